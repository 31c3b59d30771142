"""The totals of a paper, and which of its amounts add up."""
