"""What ends a reading: nothing could be read."""

from plainbill.case import PageReport


class NothingRead(Exception):
    """Nothing in the files could be read; `pages` says of each page why."""

    def __init__(self, pages: tuple[PageReport, ...]) -> None:
        super().__init__("nothing could be read")
        self.pages = pages
