"""Chunks over worker processes. Each worker loads the model once; a worker that dies takes down one article, not the
run.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import types
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from extractor.reading import Article
from extractor.running.settings import Settings
from extractor.running.shards import write_shard
from extractor.running.worker import failed, load_pipeline, process
from extractor.tables.rows import Rows

Job = tuple[Path, list[Article]]
# A worker is replaced after so many chunks: the strings that spaCy keeps for every new word would grow without end.
_TASKS = 200
# Never "fork": a forked child inherits locks of the parent's threads, and hangs.
_CONTEXT = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
_STATE: dict[str, object] = {}


def run_here(jobs: Iterable[Job], settings: Settings, repeated: frozenset[str]) -> Iterator[dict[str, int]]:
    """The jobs in this process, one after another; yields each one's counts."""
    nlp = load_pipeline(settings.model, settings.lexicon_dir, settings.authority)
    for path, articles in jobs:
        yield write_shard(path, process(articles, settings, repeated, nlp))


def run_pool(
    jobs: Iterable[Job], settings: Settings, repeated: frozenset[str], workers: int
) -> Iterator[dict[str, int]]:
    """The jobs over `workers` processes; at most two jobs a worker wait in memory. Yields counts in order of
    completion.
    """
    others = set(multiprocessing.active_children())
    pool = _start(settings, repeated, workers)
    waiting: dict[Future[dict[str, int]], Job] = {}
    try:
        for job in jobs:
            while len(waiting) >= 2 * workers:
                pool = yield from _collect(pool, waiting, settings, repeated, workers)
            try:
                waiting[pool.submit(_work, job)] = job
            except BrokenProcessPool:
                # A worker died since: the waiting jobs failed with it and are collected, this one is done by itself.
                yield _alone(job, settings, repeated)
                pool = yield from _collect(pool, waiting, settings, repeated, workers)
        while waiting:
            pool = yield from _collect(pool, waiting, settings, repeated, workers)
    except BaseException:
        # Ctrl-C, a full disk: nobody waits for the chunks under way. What is finished lies on disk as whole files.
        for process_ in set(multiprocessing.active_children()) - others:
            process_.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _collect(
    pool: ProcessPoolExecutor,
    waiting: dict[Future[dict[str, int]], Job],
    settings: Settings,
    repeated: frozenset[str],
    workers: int,
) -> Generator[dict[str, int], None, ProcessPoolExecutor]:
    if not waiting:
        pool.shutdown(wait=True, cancel_futures=True)
        return _start(settings, repeated, workers)
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    broken: list[Job] = []
    for future in done:
        job = waiting.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            broken.append(job)
    if not broken:
        return pool
    # A worker was killed (out of memory, a crash in compiled code): every waiting job failed with it. Each is done
    # again by itself.
    pool.shutdown(wait=True, cancel_futures=True)
    broken += list(waiting.values())
    waiting.clear()
    for job in broken:
        yield _alone(job, settings, repeated)
    return _start(settings, repeated, workers)


def _alone(job: Job, settings: Settings, repeated: frozenset[str]) -> dict[str, int]:
    """One job in a process of its own; if that dies too, article by article, and the one that kills it fails."""
    path, articles = job
    try:
        with _start(settings, repeated, 1) as pool:
            return pool.submit(_work, job).result()
    except BrokenProcessPool:
        pass
    rows: list[Rows] = []
    for article in articles:
        try:
            with _start(settings, repeated, 1) as pool:
                rows += pool.submit(_rows, [article]).result()
        except BrokenProcessPool:
            rows.append(
                failed(article, "worker-died", "the process that worked on it was killed, perhaps for want of memory")
            )
    return write_shard(path, rows)


class _Worker(_CONTEXT.Process):  # type: ignore[name-defined]
    """A process that does not run the user's script again.

    Python runs the main script in every new process, for functions that may be defined there. Workers need none, and a
    script that calls `extract_folder` outside of `if __name__ == "__main__"` would start its run anew in each of them.
    """

    def start(self) -> None:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            super().start()
        finally:
            sys.modules["__main__"] = main


class _Context(type(_CONTEXT)):  # type: ignore[misc]
    Process = _Worker


def _start(settings: Settings, repeated: frozenset[str], workers: int) -> ProcessPoolExecutor:
    # One compute thread a process: more would only contend.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    return ProcessPoolExecutor(
        workers, mp_context=_Context(), initializer=_begin, initargs=(settings, repeated), max_tasks_per_child=_TASKS
    )


def _begin(settings: Settings, repeated: frozenset[str]) -> None:
    import signal

    # Ctrl-C goes to the parent, which ends the pool.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _STATE["settings"], _STATE["repeated"] = settings, repeated


def _work(job: Job) -> dict[str, int]:
    path, articles = job
    return write_shard(path, _process(articles))


def _rows(articles: list[Article]) -> list[Rows]:
    return list(_process(articles))


def _process(articles: list[Article]) -> Iterator[Rows]:
    settings, repeated = _STATE["settings"], _STATE["repeated"]
    assert isinstance(settings, Settings) and isinstance(repeated, frozenset)
    return process(articles, settings, repeated)
