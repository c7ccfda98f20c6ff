"""Rows → files, and back."""
