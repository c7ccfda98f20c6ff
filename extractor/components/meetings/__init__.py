"""The meetings table: see `component` for the spaCy factory."""
