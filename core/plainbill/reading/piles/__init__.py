"""Which pages are one paper: their marks, their order, pages seen twice, and two papers on one photo."""
