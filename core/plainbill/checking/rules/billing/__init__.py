"""Rules whose findings the billing office acts on first."""
