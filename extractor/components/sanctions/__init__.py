"""The sanctions table: see `component` for the spaCy factory."""
