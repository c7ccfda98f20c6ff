"""Inspecting."""
