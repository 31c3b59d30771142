"""Rules whose findings the plan or its member acts on first."""
