"""The columns of tables: where each begins and ends, and what it holds where its head does not tell."""
