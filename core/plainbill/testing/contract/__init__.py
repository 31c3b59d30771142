"""The contract that every plugin has to keep, as tests: run them with the name of yours."""
