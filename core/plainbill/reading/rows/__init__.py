"""Words to rows: print made level, cut into tokens, and read as days, amounts and words."""
