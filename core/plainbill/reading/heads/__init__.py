"""The heads of tables: which rows are one, where its words part into columns, and what each column holds by them."""
