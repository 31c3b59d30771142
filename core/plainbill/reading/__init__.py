"""Words to rows, rows to columns, columns to a Document: pure geometry and reading of values."""
