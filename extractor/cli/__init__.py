"""The command line. Nothing heavy is imported before a command needs it."""

from __future__ import annotations


def main() -> None:
    """Entry point of `extractor`."""
    from extractor.cli.app import run_app

    run_app()
