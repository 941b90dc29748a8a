"""The pytest plugin's speed, measured in one run: `python benchmarks/plugin.py [--quick] [--json FILE]`.

- Unused: CPU that an installed plugin adds to `pytest --collect-only` on one trivial test, beside the peers that are
  installed here. Minimum of several runs, interleaved, children's CPU time.
- Used: examples per second of clients that stand for many, and a whole provider with retries.

All times are CPU time of the process, client and server together: on a free core the wall shows the same, on a
loaded machine only the CPU tells.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.metadata
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
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

PEERS = {
    "errpact": "errpact.pytest_plugin",
    "hypothesis": "_hypothesis_pytestplugin",
    "xdist": "xdist.plugin",
    "anyio": "anyio.pytest_plugin",
    "respx": "respx.plugin",
    "schemathesis": "schemathesis.pytest.plugin",
    "pytest-httpx": "pytest_httpx",
    "pytest-httpserver": "pytest_httpserver.pytest_plugin",
}
GOALS = {
    "unused plugin, CPU ms over bare pytest": ("<=", 5.0),
    "80 cases × 20 examples with retries, s": ("<=", 10.0),
    "one request, kept requests session, examples/s": (">=", 500.0),
    "three requests, asyncio, examples/s": (">=", 100.0),
    "four documented hours, ms": ("<=", 50.0),
    "httpx client made anew, ms per example": ("<=", 10.0),
}


def cpu_of(command: list[str], folder: Path, env: dict[str, str]) -> float:
    """CPU milliseconds of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def unused(rounds: int) -> dict[str, float]:
    """Plugin → CPU milliseconds over bare pytest."""
    env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    wanted = {name: ["-p", module] for name, module in PEERS.items() if installed(module)}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "test_one.py").write_text("def test_one():\n    pass\n", encoding="utf-8")
        base = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
        best: dict[str, float] = {}
        for _ in range(rounds + 1):
            for name, args in {"bare": [], **wanted}.items():
                spent = cpu_of([*base, *args], folder, env)
                best[name] = min(best.get(name, 1e9), spent)
    return {name: round(ms - best["bare"], 1) for name, ms in best.items() if name != "bare"}


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
    from errpact.pytest_plugin.server import Action

    server = session.server()
    server.play(scripts.always(Action(Reply(400, {"error": "x"}))))
    begin = time.process_time()
    for _ in range(count):
        SESSION.post(server.url, json={})
    return count / (time.process_time() - begin)


def used(quick: bool) -> dict[str, float]:
    """Name → figure, for a plugin in use."""
    share = 4 if quick else 1
    check("flanks", one_request, examples=40, count=1)
    check("khipu", three_requests, examples=40, count=1)
    _, whole = check("khipu", with_retries, examples=20, count=80 // share)
    # Each of its own cases only, with examples enough that what one case costs at its start does not count.
    single, single_s = check("flanks", one_request, examples=100, count=13 // share)
    waits = {"codes": ["WAIT_4_HOURS_BEFORE_RETRY"]}
    triple, triple_s = check("khipu", three_requests, examples=40, count=12 // share, **waits)
    fresh, fresh_s = check("flanks", fresh_httpx, examples=20, count=12 // share)
    clock_scan.share_tls(True)
    return {
        "80 cases × 20 examples with retries, s": round(whole * share, 2),
        "one request, kept requests session, examples/s": round(single / single_s),
        "three requests, asyncio, examples/s": round(triple / triple_s),
        "httpx client made anew, ms per example": round(1000 * fresh_s / fresh, 1),
        "four documented hours, ms": round(four_hours(), 2),
    }


def main() -> int:
    """Measure and print; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a quarter of the work")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    args = parser.parse_args()
    peers = unused(3 if args.quick else 7)
    figures = {"unused plugin, CPU ms over bare pytest": peers["errpact"], **used(args.quick)}
    bare = bare_requests(500)
    session.close()
    print(
        f"pytest {importlib.metadata.version('pytest')}, hypothesis {importlib.metadata.version('hypothesis')}, "
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    missed = 0
    for name, value in figures.items():
        sign, goal = GOALS[name]
        kept = value <= goal if sign == "<=" else value >= goal
        missed += not kept
        print(f"  {name:<50} {value:>9}  goal {sign} {goal:g}  {'ok' if kept else 'MISSED'}")
    print(f"  for comparison: the same requests session without errpact does {bare:.0f} requests/s here")
    print("  unused plugins, CPU ms over bare pytest: " + ", ".join(f"{n} {ms:g}" for n, ms in peers.items()))
    if args.json:
        Path(args.json).write_text(json.dumps({"figures": figures, "peers": peers}, indent=1) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
