"""Units are analysed in processes of their own, several at once: what ends a process costs the file that it was at.

Each worker takes one unit after the other. Where one dies, the file that it was at is left out with one EP900 and the
rest of its unit is analysed again by a new worker.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from multiprocessing.connection import wait
from typing import Any, Final

from ..contracts.plain import changeable
from . import watch
from .finding import Analysis, Finding, InternalError
from .processes import Pipe, Process, may_fork
from .project import Project
from .serving import Work, serve
from .unreadable import complaint

ENOUGH: Final = 60_000
"""Bytes of source from which a second process pays."""
PATIENCE: Final = 6 * watch.LIMIT
"""Seconds after which a process that says nothing is ended, where there is no CPU timer or it waits for something."""
ADVICE: Final = "split it, or exclude it"


Started = tuple[Process, Pipe]


@changeable
class _Worker:
    """A process and what it does. at: the file it said last; since: when it said something last."""

    process: Process
    pipe: Pipe
    unit: int = -1
    at: str = ""
    since: float = 0.0


@changeable
class _Pool:
    """Units to analyse, the workers, and what came back."""

    units: Sequence[Project]
    work: Work
    prepare: Callable[[], None]
    limit: float
    todo: list[int]
    results: dict[int, Analysis] = field(default_factory=dict)
    left_out: dict[int, dict[str, Finding]] = field(default_factory=dict)
    workers: dict[Pipe, _Worker] = field(default_factory=dict)

    def start(self) -> None:
        """One more worker, at work. What each of them needs is there before it is copied."""
        self.prepare()
        self.give(_Worker(*started(serve, self.units, self.work, self.limit)))

    def adopt(self, process: Process, pipe: Pipe) -> None:
        """A process that waits for `serve`'s words as the worker."""
        pipe.send((self.units, self.work, self.limit))
        self.give(_Worker(process, pipe))

    def give(self, worker: _Worker) -> None:
        """The next unit, or the end."""
        worker.unit, worker.at, worker.since = (self.todo.pop(0) if self.todo else -1), "", time.monotonic()
        worker.pipe.send((worker.unit, frozenset(self.left_out.get(worker.unit, ()))))
        if worker.unit < 0:
            self.end(worker)
        else:
            self.workers[worker.pipe] = worker

    def end(self, worker: _Worker) -> None:
        """Without a worker that is done or dead."""
        self.workers.pop(worker.pipe, None)
        worker.process.join()
        worker.pipe.close()

    def hear(self, worker: _Worker) -> None:
        """What a worker says: the file that it is at, a result, or that it is no more."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            self.bury(worker)
            return
        worker.since = time.monotonic()
        if isinstance(said, Analysis):
            lost = self.left_out.get(worker.unit, {})
            self.results[worker.unit] = replace(said, findings=(*said.findings, *lost.values()))
            self.give(worker)
        else:
            worker.at = said

    def bury(self, worker: _Worker) -> None:
        """A worker died: the file that it was at is left out and the unit done again."""
        self.end(worker)
        unit, at = worker.unit, worker.at
        lost = self.left_out.setdefault(unit, {})
        if at in lost or not any(f.path == at for f in self.units[unit].files):
            where = self.units[unit].files[0].path
            self.results[unit] = Analysis(
                tuple(lost.values()), errors=(InternalError("the analysis", where, _end(worker.process)),)
            )
        else:
            slow = watch.timed_out(worker.process.exitcode)
            reason = f"takes more than {self.limit:g} s to analyse" if slow else "kills the analysis"
            lost[at] = complaint(at, 1, reason, ADVICE)
            self.todo.insert(0, unit)
        if self.todo:
            self.start()

    def hurry(self) -> None:
        """End workers that have said nothing for too long; their pipes tell the rest."""
        for worker in self.workers.values():
            if time.monotonic() - worker.since > PATIENCE:
                worker.process.kill()


def run(
    units: Sequence[Project],
    work: Work,
    jobs: int,
    limit: float = watch.LIMIT,
    prepare: Callable[[], None] = lambda: None,
    first: Callable[[], Started | None] = lambda: None,
) -> list[Analysis]:
    """Analyse units, at most `jobs` at once; results in the order of the units, however they came. prepare: is done
    once, before processes are started. first: gives a process that was started earlier, if there is one."""
    sizes = [sum(len(f.data) for f in unit.files) for unit in units]
    order = sorted(range(len(units)), key=lambda n: -sizes[n])
    pool = _Pool(units, work, prepare, limit, order)
    count = max(1, min(jobs, len(units), 1 + sum(sizes) // ENOUGH))
    if count > 1:  # for one process it takes longer than it saves
        gc.collect()
    gc.freeze()  # what is there already stays, and needn't be copied into each process by being looked at
    try:
        if count == 1 and (begun := first()) is not None:
            pool.adopt(*begun)
        else:
            for _ in range(count):
                if pool.todo:
                    pool.start()
        while pool.workers:
            pipes: list[Any] = list(pool.workers)  # whatever has a file number can be waited for
            said: list[Any] = wait(pipes, PATIENCE / 6)
            for pipe in said:
                pool.hear(pool.workers[pipe])
            pool.hurry()
    finally:
        gc.unfreeze()
        for worker in pool.workers.values():
            worker.process.kill()
            worker.process.join()
    return [pool.results[n] for n in range(len(units))]


def started(do: Callable[..., None], *words: Any) -> Started:
    """A process that does something with its end of a pipe, this process's number and some words; and our end."""
    multiprocessing.set_start_method("fork" if may_fork() else "spawn", force=True)
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_begin, args=(do, theirs, os.getpid(), *words), daemon=True)
    with _deaf():  # until the process has said that it ignores it: the parent ends its workers
        process.start()
    theirs.close()
    return process, ours


@contextmanager
def _deaf() -> Iterator[None]:
    """Without Ctrl-C, which comes afterwards; what is started meanwhile stays deaf until it listens."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        _listen()


def _listen() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin(do: Callable[..., None], *words: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _listen()
    do(*words)


def _end(process: Process) -> str:
    code = process.exitcode
    return f"its process ended with {code}" if code is None or code >= 0 else f"its process was ended by signal {-code}"
