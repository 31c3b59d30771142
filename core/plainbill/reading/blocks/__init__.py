"""Services that no ordinary table holds: cards, tiles, lists, forms to be ticked, and tables on their side."""
