"""A bound on the time that one article may take, in any thread and on any system.

In the main thread of a Unix process the system's interval timer ends the block (SIGALRM). Elsewhere, in threads and on
Windows, a timer thread raises the same exception in the thread at work, which CPython offers; other interpreters have
no limit. Both take effect between two steps of Python: a call into compiled code is waited for.
"""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading
from collections.abc import Iterator
from typing import Any


class TimeLimitError(Exception):
    """One article took longer than its limit."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError in the block after so many seconds; 0 is no limit."""
    if seconds <= 0:
        yield
    elif hasattr(signal, "SIGALRM") and threading.current_thread() is threading.main_thread():
        with _by_signal(seconds):
            yield
    elif hasattr(ctypes, "pythonapi"):
        with _by_thread(seconds):
            yield
    else:
        yield


@contextlib.contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def stop(signum: int, frame: Any) -> None:
        raise TimeLimitError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    over = threading.Lock()

    def stop() -> None:
        # Whoever takes the lock first has it for good: the block's end, or this.
        if over.acquire(blocking=False):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TimeLimitError))

    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if not over.acquire(blocking=False):
            # Raised, or about to be: it must not come up later, in the next article.
            timer.join()
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
