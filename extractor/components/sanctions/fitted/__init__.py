"""Decisions about tellings of sanctions whose weights are fitted to annotated articles."""
