"""`make fuzz`: coverage-guided campaigns (atheris), one process a target, for so many seconds each.

    python -m tests.fuzz.campaign --seconds 60 [TARGET…]

What is found is made smaller and kept in `regressions/TARGET/`, which `test_fuzz.py` runs ever after; the inputs that
reached something new are kept in `build/fuzz/TARGET/`, where the next campaign goes on. Exit 1 if anything was found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from ..lint.score import TooSlow, limited
from .mutate import TOKENS, mutate
from .targets import ROOT, TARGETS, words

REGRESSIONS: Final = Path(__file__).resolve().parent / "regressions"
BUILD: Final = ROOT / "build" / "fuzz"
ONE: Final = 30
"""Seconds of processor time after which one input counts as a hang (an hour of the clock ends the process)."""
MEMORY: Final = 3_000
"""Megabytes after which a target counts as one that grows without bound."""


def main() -> int:
    """All targets, or those named; a table of what was run and found."""
    parser = argparse.ArgumentParser(description="Fuzz errpact for a while.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the changes (default: the time)")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.targets[0], options.seconds, options.seed)
    rows = [campaign(name, options.seconds, options.seed) for name in options.targets or TARGETS]
    print(f"\nseed {options.seed}, {options.seconds} s each")
    print(f"{'target':<10}{'executions':>12}{'a second':>10}{'edges':>8}{'inputs':>8}{'found':>7}")
    for row in rows:
        print(
            f"{row['target']:<10}{row['executions']:>12,}{row['rate']:>10}{row['edges']:>8}{row['inputs']:>8}"
            f"{len(row['found']):>7}"
        )
    print(f"{'sum':<10}{sum(r['executions'] for r in rows):>12,}")
    for row in rows:
        for line in row["found"]:
            print(f"{row['target']}: {line}")
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "last.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 1 if any(row["found"] for row in rows) else 0


def campaign(name: str, seconds: int, seed: int) -> dict[str, Any]:
    """One target in a process of its own, which may die: executions, coverage, what was found."""
    print(f"fuzzing {name} for {seconds} s", flush=True)
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.campaign", "--worker", name]
    done = subprocess.run(
        [*command, "--seconds", str(seconds), "--seed", str(seed)],
        cwd=ROOT, capture_output=True, text=True, errors="replace", check=False, timeout=seconds * 3 + 600,
    )  # fmt: skip
    log = done.stderr
    found = re.findall(r"^FOUND (.*)$", log, re.MULTILINE)
    if done.returncode:  # a hang, the memory limit or the parser's own death: libFuzzer wrote the input
        found += [f"ended with {done.returncode}: {line}" for line in _deaths(name, log)]
    edges = re.findall(r"cov: (\d+)", log)
    runs = re.findall(r"^(?:stat::number_of_executed_units:\s*|#|Done )(\d+)", log, re.MULTILINE)
    (folder.parent / f"{name}.log").write_text(log, encoding="utf-8")
    executions = max(map(int, runs), default=0)
    return {
        "target": name,
        "executions": executions,
        "rate": round(executions / seconds),
        "edges": int(edges[-1]) if edges else 0,
        "inputs": len(list(folder.iterdir())),
        "found": found,
    }


def _deaths(name: str, log: str) -> Iterator[str]:
    written = [Path(path) for path in re.findall(r"Test unit written to (\S+)", log)]
    for path in written:
        yield f"{_keep(name, path.read_bytes(), path.name.split('-')[0]).relative_to(ROOT)}"
        path.unlink()
    if not written:
        yield log.strip().rpartition("\n")[2]


def work(name: str, seconds: int, seed: int) -> None:
    """Run a campaign in this process; libFuzzer ends it. A fault is told once by what raised it, and kept."""
    import atheris

    target = TARGETS[name]
    seeds = list(target.seeds())
    seen: set[str] = set()
    known = words(name)
    with atheris.instrument_imports(include=["errpact"]):
        for data in seeds[:20]:  # imports are lazy: what the target uses is imported, and instrumented, here
            target.run(data)

    def one(data: bytes) -> None:
        try:
            with limited(ONE):
                target.run(data)
        except (Exception, TooSlow) as exc:
            key = signature(exc)
            if key not in seen:
                seen.add(key)
                kept = _keep(name, smaller(data, lambda d: _fails(target.run, d) == key), "fault")
                print(f"\nFOUND {key} {kept.relative_to(ROOT)}", file=sys.stderr, flush=True)

    def change(data: bytes, limit: int, number: int) -> bytes:
        rng = random.Random(number)  # noqa: S311 - a choice, not a secret
        if rng.random() < 0.15:
            return bytes(atheris.Mutate(data, limit))
        return mutate(data or rng.choice(seeds), rng.choice(seeds), known, number, limit)

    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds:
        (folder / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    arguments = [
        sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-seed={seed % 2**31}", "-timeout=3600",
        f"-rss_limit_mb={MEMORY}", "-max_len=20000", "-print_final_stats=1", f"-artifact_prefix={BUILD}/",
    ]  # fmt: skip
    atheris.Setup(arguments, one, custom_mutator=change)
    atheris.Fuzz()


def signature(exc: BaseException) -> str:
    """What tells two faults apart: the sort of exception, and where in errpact (or the target) it was raised."""
    frames = [f for f in traceback.extract_tb(exc.__traceback__) if "site-packages" not in f.filename]
    here = frames[-1]
    text = str(exc)[:80] if isinstance(exc, AssertionError) else ""
    return f"{type(exc).__name__} at {os.path.basename(here.filename)}:{here.name} {text}".strip()


def _fails(run: Callable[[bytes], None], data: bytes) -> str | None:
    try:
        with limited(ONE):
            run(data)
    except (Exception, TooSlow) as exc:
        return signature(exc)
    return None


def smaller(data: bytes, still: Callable[[bytes], bool], seconds: float = 20.0) -> bytes:
    """The input without the lines, then the tokens, that the fault doesn't need; for so long at most."""
    end = time.monotonic() + seconds
    for cut in (lambda d: d.splitlines(keepends=True), TOKENS.findall):
        parts = cut(data)
        size = len(parts) // 2
        while size and time.monotonic() < end:
            for begin in range(len(parts) - size, -1, -size):
                rest = parts[:begin] + parts[begin + size :]
                if time.monotonic() < end and still(b"".join(rest)):
                    parts = rest
            size //= 2
        data = b"".join(parts)
    return data


def _keep(name: str, data: bytes, sort: str) -> Path:
    """Write an input that must be run ever after."""
    folder = REGRESSIONS / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sort}-{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:10]}"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
