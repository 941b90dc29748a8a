"""What a program breaks at the wire: driven against the loopback server by the pytest engine, which knows nothing of
the linter. A change to a right client is a defect where something is broken now that was not before."""

from __future__ import annotations

import importlib
import inspect
import json
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from errpact.contracts import Contract, State
from errpact.pytest_plugin import bodies
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.drive import Exchange, Setup, play
from errpact.pytest_plugin.examples import Example
from errpact.pytest_plugin.plans import Plan, carries_data, guesses
from errpact.pytest_plugin.recognise import Baseline
from errpact.pytest_plugin.server import Server
from errpact.pytest_plugin.verdicts import judge

LIMIT: Final = 25
"""Requests after which a client is taken not to give up."""
FAR: Final = 400
"""The same for a client of which LIMIT was shown to be too few: seventy attempts are many, but an end."""
SECONDS: Final = 180.0
"""What one run may take; a slow mutant on a busy machine takes more than a minute."""
LIBRARIES: Final = (
    "aiohttp", "aiohttp_retry", "attr", "backoff", "celery", "httpx", "httpx_retries", "pydantic", "requests",
    "retrying", "stamina", "tenacity", "urllib3",
)  # fmt: skip
"""What clients import: imported before the fork, which saves most of a run's time."""
Facts = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Seen:
    """(obligation, case) pairs. accepts: the client takes the success reply for one. shown: the success reply has a
    code of this reading, so that no other counts."""

    broken: Facts = frozenset()
    kept: Facts = frozenset()
    accepts: bool = False
    shown: bool = False


def seen(sources: Mapping[str, str], success: Any, contract: Contract) -> dict[str, Seen]:
    """What is broken under each reading of what the page leaves open; empty if the program can't be run.

    In a process of its own, so that nothing that a mutant does outlives it.
    """
    for name in LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, dict(sources), success, contract), daemon=True)
    worker.start()
    theirs.close()
    found: dict[str, Seen] = {}
    with suppress(EOFError):
        if ours.poll(SECONDS):
            found = ours.recv()
    worker.kill()
    worker.join()
    return found


def _work(pipe: Connection, sources: Mapping[str, str], success: Any, contract: Contract) -> None:
    with tempfile.TemporaryDirectory() as folder, open("/dev/null", "w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stderr = nowhere
        for path, text in sources.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8")
        sys.path.insert(0, folder)
        try:
            drive = importlib.import_module("drive")
            pipe.send(_all_readings(_caller(drive), success, contract))
        except BaseException as exc:  # whatever a mutant does, the run goes on
            print(exc)
            pipe.send({})


def _caller(drive: Any) -> Callable[[str], Any]:
    if inspect.iscoroutinefunction(drive.call):

        async def call(base_url: str) -> Any:
            return await drive.call(drive.make_client(base_url))

        return call
    return lambda base_url: drive.call(drive.make_client(base_url))


def _all_readings(call: Callable[[str], Any], success: Any, contract: Contract) -> dict[str, Seen]:
    server = Server()
    try:
        plans = select(contract, off=False)
        readings = sorted({str(r) for plan in plans for r in plan.readings if r}) or [""]
        found = {reading: _one(call, success, contract, plans, reading, server) for reading in readings}
        shown = {reading: what for reading, what in found.items() if what.shown}
        return shown or found
    finally:
        server.close()


def _one(
    call: Callable[[str], Any], success: Any, contract: Contract, plans: tuple[Plan, ...], reading: str, server: Server
) -> Seen:
    setup = Setup(server, call, success=success, has_success=True, limit=LIMIT, timeout=5.0)
    baseline = Baseline(setup, contract)
    baseline.start()
    baseline.trees()
    states: dict[tuple[str, str], set[State]] = {}
    asked_far = False
    for plan in plans:
        for point in plan.points(reading if reading in plan.readings else None):
            small = Example(point, bodies.smallest(point), reading=reading or None, guessed=guesses(point))
            # A partial or pending result may come with data, and only then pass for a complete one.
            for example in (small, replace(small, data=True)) if carries_data(point) else (small,):
                exchange = play(setup, example)
                if exchange.runaway and not asked_far:
                    asked_far, patient = True, replace(setup, limit=FAR)
                    later = play(patient, example)
                    setup, exchange = (setup, exchange) if later.runaway else (patient, later)
                if not _gets(plan, exchange):
                    continue
                own = replace(baseline, _rivals=None)  # which cases to compare with depends on the case
                for obligation, verdict in judge(plan.case, example, exchange, own).verdicts.items():
                    if exchange.runaway and str(obligation) == "surface":
                        continue  # what never ends tells nobody anything: that is a matter of `attempts`
                    states.setdefault((str(obligation), plan.id), set()).add(verdict.state)
    assert baseline.exchange is not None
    return Seen(
        frozenset(pair for pair, found in states.items() if State.BROKEN in found),
        frozenset(pair for pair, found in states.items() if found == {State.KEPT}),
        baseline.exchange.outcome.how == "returned",
        baseline.reading == reading,
    )


def _gets(plan: Plan, exchange: Exchange) -> bool:
    """Whether a request was sent that can get the case: some are documented for one method only, and a client that
    sends nothing at all takes no reply for anything."""
    methods = plan.case.methods if plan.case is not None else ()
    return any(not methods or hit.request.method in methods for hit in exchange.hits)


def main() -> None:
    """`python -m tests.lint.mutation.oracle FOLDER`: what a corpus program breaks."""
    import tomllib

    from errpact.contracts import load_all

    folder = Path(sys.argv[1])
    expect = tomllib.loads((folder / "expect.toml").read_text("utf-8"))
    sources = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.py")}
    for reading, what in seen(sources, json.loads(expect["success"]), load_all()[expect["provider"]]).items():
        print(reading or "-", "accepts success" if what.accepts else "REFUSES success", len(what.kept), "kept")
        print(*sorted(f"  {o} {c}" for o, c in what.broken), sep="\n")


if __name__ == "__main__":
    main()
