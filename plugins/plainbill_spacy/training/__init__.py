"""Training of the second opinion: lines made from the tables by seed, a config of spaCy, and `make train`."""
