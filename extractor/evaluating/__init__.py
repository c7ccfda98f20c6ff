"""Evaluating."""
