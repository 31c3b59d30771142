"""Load photos, scans, PDFs and copied text as pages."""
