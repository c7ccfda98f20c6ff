"""The statements table: see `component` for the spaCy factory."""
