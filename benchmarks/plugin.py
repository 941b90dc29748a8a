"""The pytest plugin's speed, measured in one run: `python benchmarks/plugin.py [--turns N] [--write FILE]`.

- Unused: CPU that an installed plugin adds to `pytest --collect-only` on one trivial test, beside the peers that are
  installed here.
- Used: examples per second of clients that stand for many, and a whole provider with retries; beside them the bare
  requests session against the same server, which is what a machine can give at most.

Everything is measured in turns, one after the other, so that a busy machine slows all of it; the best turn counts (a
neighbour only ever takes time away), and the median is shown beside it. All times are CPU time, client and server
together: on a free core the wall shows the same, on a loaded machine only the CPU tells.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.metadata
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import requests

from errpact.pytest_plugin import cases, clock_scan, session
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.clock import Clock
from errpact.pytest_plugin.clock_running import running
from errpact.pytest_plugin.options import Options

EMPTY = "a_module_without_anything"
PEERS = {
    "errpact": "errpact.pytest_plugin",
    "an empty module": EMPTY,
    "hypothesis": "_hypothesis_pytestplugin",
    "xdist": "xdist.plugin",
    "anyio": "anyio.pytest_plugin",
    "respx": "respx.plugin",
    "schemathesis": "schemathesis.pytest.plugin",
    "pytest-httpx": "pytest_httpx",
    "pytest-httpserver": "pytest_httpserver.pytest_plugin",
}
CLOSE = ("bare", "errpact", "an empty module")
GOALS = {
    "unused plugin, CPU ms over bare pytest": ("<=", 5.0),
    "80 cases × 20 examples with retries, s": ("<=", 10.0),
    "one request, kept requests session, examples/s": (">=", 500.0),
    "three requests, asyncio, examples/s": (">=", 100.0),
    "four documented hours, ms": ("<=", 50.0),
    "httpx client made anew, ms per example": ("<=", 10.0),
}


# Installed packages are byte-compiled, so that both sides may use and keep their bytecode.
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}


def cpu_of(command: list[str], folder: Path) -> float:
    """CPU milliseconds of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def unused(turns: int) -> dict[str, list[float]]:
    """Plugin → CPU milliseconds over bare pytest: the difference of the best turns, and those of each turn."""
    wanted = {name: ["-p", module] for name, module in PEERS.items() if module == EMPTY or installed(module)}
    spent: dict[str, list[float]] = {"bare": [], **{name: [] for name in wanted}}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "test_one.py").write_text("def test_one():\n    pass\n", encoding="utf-8")
        (folder / f"{EMPTY}.py").touch()
        base = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
        for turn in range(max(turns, 20) + 1):  # a few milliseconds are less than two turns differ by
            for name, args in {"bare": [], **wanted}.items():
                if turn > min(turns, 7) and name not in CLOSE:
                    continue  # hundreds of milliseconds are known well enough by now
                milliseconds = cpu_of([*base, *args], folder)
                if turn:  # the first one writes bytecode
                    spent[name].append(milliseconds)
    bare = spent.pop("bare")
    return {
        name: [min(found) - min(bare), *(one - beside for one, beside in zip(found, bare, strict=False))]
        for name, found in spent.items()
    }


def installed(module: str) -> bool:
    """Whether a plugin's distribution is here."""
    import importlib.util

    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def check(provider: str, call: Callable[[str], Any], *, examples: int, count: int, **filters: Any) -> tuple[int, float]:
    """Examples tried and CPU seconds (client, server and all) taken by `count` cases of a provider."""
    plans = cases.select(provider, off=False, **filters)
    chosen = (plans * (count // len(plans) + 1))[:count]
    begin, tried = time.process_time(), 0
    for plan in chosen:
        checker = Checker(plan, Options(max_examples=examples), f"bench::{plan.id}", session.server)
        try:
            tried += checker.check(call, success=SUCCESS[provider]).examples
        except ContractBroken as error:
            tried += error.record.examples
    return tried, time.process_time() - begin


SUCCESS: dict[str, Any] = {
    "brick": {"data": {"accounts": []}, "links": {}},
    "khipu": {"OperationId": "x", "Status": "OK", "Error": None, "Data": {"rows": []}},
    "flanks": {"accounts": []},
}


class Refused(Exception):
    """What these clients raise."""


SESSION = requests.Session()


def one_request(url: str) -> Any:
    """A kept session, no retry."""
    response = SESSION.post(url, json={})
    if response.status_code != 200:
        raise Refused(response.json())
    return response.json()


def with_retries(url: str) -> Any:
    """Resends as documented: what khipu's advice says."""
    for attempt in range(3):
        body = SESSION.post(url, json={}).json()
        if body["Status"] == "OK":
            return body["Data"]
        advice = body["Error"]["Type"]
        if advice == "DO_NOT_RETRY" or attempt == 2:
            break
        time.sleep(4 * 3600 if advice == "WAIT_4_HOURS_BEFORE_RETRY" else 1)
    raise Refused(body)


async def three_requests(url: str) -> Any:
    """asyncio: up to three requests, 4 hours apart."""
    async with aiohttp.ClientSession() as http:
        for attempt in range(3):
            async with http.post(url, json={}) as response:
                body = await response.json()
            if body["Status"] == "OK":
                return body["Data"]
            if attempt < 2:
                await asyncio.sleep(4 * 3600)
    raise Refused(body)


def fresh_httpx(url: str) -> Any:
    """A new httpx client each time: its TLS context costs 20 ms unless it is shared."""
    with httpx.Client() as http:
        response = http.post(url, json={})
    if response.status_code != 200:
        raise Refused(response.json())
    return response.json()


def four_hours() -> float:
    """Real milliseconds of four documented hours."""
    best = 1e9
    for _ in range(5):
        with running(Clock()):
            begin = time.process_time()
            time.sleep(4 * 3600)
            asyncio.run(asyncio.sleep(4 * 3600))
            best = min(best, 1000 * (time.process_time() - begin))
    return best


def bare_requests(count: int) -> float:
    """Requests per CPU second of the client library alone against the same server: what a machine can give at most."""
    from errpact.contracts import Reply
    from errpact.pytest_plugin import scripts
    from errpact.pytest_plugin.actions import Action

    server = session.server()
    server.play(scripts.always(Action(Reply(400, {"error": "x"}))))
    begin = time.process_time()
    for _ in range(count):
        SESSION.post(server.url, json={})
    return count / (time.process_time() - begin)


def rate(tried: int, seconds: float) -> float:
    """Examples per CPU second."""
    return tried / seconds


def used() -> dict[str, float]:
    """Name → figure, for a plugin in use; one turn."""
    # Each of its own cases only, with examples enough that what one case costs at its start does not count.
    waits = {"codes": ["WAIT_4_HOURS_BEFORE_RETRY"]}
    fresh, fresh_s = check("flanks", fresh_httpx, examples=20, count=12)
    clock_scan.share_tls(True)
    return {
        "bare requests session, requests/s": bare_requests(500),
        "one request, kept requests session, examples/s": rate(*check("flanks", one_request, examples=100, count=13)),
        "80 cases × 20 examples with retries, s": check("khipu", with_retries, examples=20, count=80)[1],
        "three requests, asyncio, examples/s": rate(*check("khipu", three_requests, examples=40, count=6, **waits)),
        "httpx client made anew, ms per example": 1000 * fresh_s / fresh,
        "four documented hours, ms": four_hours(),
    }


def rows(turns: int) -> Iterator[tuple[str, float, float, str, bool]]:
    """Name, best, median, goal, whether it is met."""
    beside = unused(5 * turns)
    for name, (best, *each) in beside.items():
        ours = name == "errpact"
        goal = GOALS["unused plugin, CPU ms over bare pytest"][1] if ours else None
        told = f"unused {name}, CPU ms over bare pytest"
        yield told, best, statistics.median(each), f"≤ {goal:g}" if goal else "", not goal or best <= goal
    check("flanks", one_request, examples=40, count=1)
    check("khipu", three_requests, examples=40, count=1)
    measured = [used() for _ in range(turns)]
    for name in measured[0]:
        each = [turn[name] for turn in measured]
        sign, limit = GOALS.get(name, (">=", 0.0))
        best = min(each) if sign == "<=" else max(each)
        met = best <= limit if sign == "<=" else best >= limit
        goal = f"{'≤' if sign == '<=' else '≥'} {limit:g}" if limit else ""
        yield name, best, statistics.median(each), goal, met


def table(found: list[tuple[str, float, float, str, bool]]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| what | best | median | goal | met |", "| --- | --- | --- | --- | --- |"]
    for name, best, median, goal, met in found:
        said = ("yes" if met else "**no**") if goal else ""
        lines.append(f"| {name} | {figure(best)} | {figure(median)} | {goal} | {said} |")
    return "\n".join(lines) + "\n"


def figure(value: float) -> str:
    """A figure with as many digits as it is worth."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"


def main() -> int:
    """Measure, print the table and write it where asked; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=5, metavar="N", help="turns of each measurement (default 5)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there too")
    args = parser.parse_args()
    about = (
        f"Python {platform.python_version()}, pytest {importlib.metadata.version('pytest')}, "
        f"hypothesis {importlib.metadata.version('hypothesis')}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start, {args.turns} turns; CPU time.\n\n"
    )
    found = list(rows(args.turns))
    session.close()
    text = about + table(found)
    print(text)
    if args.write:
        args.write.write_text("# The pytest plugin\n\n" + text, encoding="utf-8")
    return 0 if all(met for *_, met in found) else 1


if __name__ == "__main__":
    sys.exit(main())
