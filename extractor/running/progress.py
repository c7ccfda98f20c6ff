"""Progress on standard error: articles done, words a second, time left."""

from __future__ import annotations

import time
from typing import Any


class Progress:
    """A progress bar, or nothing where `show` is false."""

    def __init__(self, total: int, show: bool) -> None:
        self.total = total
        self.words = 0
        self._bar: Any = None
        self._task: Any = None
        self._began = time.monotonic()
        if show:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("articles"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("run", total=self.total, rate="")
        return self

    def advance(self, articles: int, words: int) -> None:
        """So many more are done."""
        self.words += words
        if self._bar is not None:
            rate = self.words / max(0.001, time.monotonic() - self._began)
            self._bar.update(self._task, advance=articles, rate=f"{rate:,.0f} words/s")

    def __exit__(self, *exc: object) -> None:
        if self._bar is not None:
            self._bar.stop()
