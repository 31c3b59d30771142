"""Clean photographs of pages with OpenCV."""
