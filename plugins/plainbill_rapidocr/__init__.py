"""Read the words of a page with RapidOCR."""
