"""What tells that the file of imported tables cannot be used."""


class DamagedTables(Exception):
    """The file of imported tables cannot be used; the message says why and what to do."""
