"""Rows of tables to the services and payments of a paper, field by field."""
