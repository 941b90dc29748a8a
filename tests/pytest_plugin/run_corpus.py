"""Run labelled client programs against their contracts: `python tests/pytest_plugin/run_corpus.py FOLDER…`.

FOLDER holds programs at any depth, each with an `expect.toml` and, where it can be run, a `drive.py`. Printed are the
labelled defects that a running client shows and that no broken verdict names (missed), broken verdicts of clean
programs (false alarms), and `[observed]` request counts that differ. Exit code 1 where there is any of the first two.
A defect in a function that the program's `drive.call` never enters is none that a running client shows (not driven).

Each program runs in a process of its own: their modules' names repeat, and some leave threads behind.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import json
import logging
import os
import subprocess
import sys
import threading
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from errpact.contracts import Point
from errpact.pytest_plugin import bodies, session, strategies  # noqa: F401 - before modules of theirs hide libraries
from errpact.pytest_plugin.cases import names, select
from errpact.pytest_plugin.check import Checker, ContractBroken, WrongUse
from errpact.pytest_plugin.drive import Setup, play
from errpact.pytest_plugin.examples import Example
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.plans import Plan

SHOWN_BY: dict[str, set[str]] = {
    "forbidden-retry": {"no-retry"},
    "retry-too-soon": {"wait"},
    "retry-too-often": {"attempts"},
    "unhandled-code": {"recognise", "survive"},
    "partial-success-ignored": {"recognise"},
    "lossy-error": {"surface"},
    "swallowed-error": {"recognise"},
}
"""Defect → obligations that it breaks; the other defects show in the source only."""
EXAMPLES = 10
PATIENCE = 600


@dataclass
class Result:
    """What running one program showed. broken: case → obligation → why. missed, caught, not_driven: labels. counts: how
    many `[observed]` figures agree. differ: those that do not. skipped: why nothing was run."""

    program: str
    kind: str
    broken: dict[str, dict[str, str]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    caught: list[str] = field(default_factory=list)
    not_driven: list[str] = field(default_factory=list)
    counts: int = 0
    differ: list[str] = field(default_factory=list)
    skipped: str = ""

    @property
    def false_alarm(self) -> bool:
        """Whether something is broken in a clean program."""
        return self.kind == "clean" and bool(self.broken)


def programs(folders: Iterable[Path]) -> list[Path]:
    """The folders of all programs below some folders."""
    return sorted(file.parent for folder in folders for file in folder.resolve().rglob("expect.toml"))


def labels(folder: Path) -> dict[str, Any]:
    """A program's `expect.toml`."""
    return tomllib.loads((folder / "expect.toml").read_text(encoding="utf-8"))


def run_apart(folder: Path) -> Result:
    """`run` in a process of its own."""
    command = [sys.executable, "-B", "-P", str(Path(__file__)), "--one", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return Result(**json.loads(done.stdout.splitlines()[-1]))
    except (subprocess.TimeoutExpired, IndexError, ValueError) as error:
        said = getattr(error, "stderr", None) or (done.stderr if isinstance(error, (IndexError, ValueError)) else "")
        return Result(str(folder), labels(folder)["kind"], skipped=f"the run failed: {str(said)[-2000:] or error}")


def run(folder: Path) -> Result:
    """Import a program's `drive` and try it against every documented case."""
    data = labels(folder)
    result = Result(f"{folder.parent.name}/{folder.name}", data["kind"])
    if not data.get("runnable"):
        result.skipped = "not runnable"
        return result
    sys.path.insert(0, str(folder))
    for entry in folder.iterdir():
        # A program may name a module like a library that is loaded already.
        sys.modules.pop(entry.stem, None)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        drive = importlib.import_module("drive")
    except ModuleNotFoundError as error:
        result.skipped = f"needs {error.name}, which is not installed"
        return result

    def call(base_url: str) -> Any:
        return drive.call(drive.make_client(base_url))

    success = json.loads(data["success"])
    plans = select(data["provider"], off=False)
    with _entered(folder) as entered:
        for plan in plans:
            if found := _broken(plan, call, success):
                result.broken[plan.id] = found
    _compare_labels(result, plans, [(label, _driven(folder, label, entered)) for label in data.get("expect", [])])
    _compare_counts(result, plans, data.get("observed", {}), call, success)
    return result


def _broken(plan: Plan, call: Any, success: Any) -> dict[str, str]:
    checker = Checker(plan, Options(max_examples=EXAMPLES), f"corpus::{plan.id}", session.server)
    try:
        checker.check(call, success=success)
    except ContractBroken as error:
        states = error.record.verdicts
        whys = dict(line.split(": ", 1) for line in str(error).splitlines() if ": " in line)
        return {name: whys.get(name, "") for name, state in states.items() if state == "broken"}
    except WrongUse as error:
        return {"wrong-use": str(error)}
    return {}


@contextlib.contextmanager
def _entered(folder: Path) -> Iterator[set[tuple[str, int]]]:
    """The functions below a folder that are entered in here, in any thread: file and first line."""
    found: set[tuple[str, int]] = set()
    below = f"{folder}{os.sep}"

    def watch(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(below):
            found.add((code.co_filename, code.co_firstlineno))

    sys.setprofile(watch)
    threading.setprofile(watch)
    try:
        yield found
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def _driven(folder: Path, label: Mapping[str, Any], entered: set[tuple[str, int]]) -> bool:
    """Whether the function around a label's first line was entered; what stands outside of functions always is."""
    file, line = folder / label["file"], label["lines"][0]
    functions = [
        node
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and _first(node) <= line <= (node.end_lineno or 0)
    ]
    return not functions or (str(file), max(map(_first, functions))) in entered


def _first(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The first line of a function, as its code has it: that of its first decorator."""
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def _compare_labels(result: Result, plans: Iterable[Plan], expected: Iterable[tuple[Mapping[str, Any], bool]]) -> None:
    for label, driven in expected:
        wanted = SHOWN_BY.get(label["defect"])
        if wanted is None:
            continue
        meant = [p.id for p in plans if p.case and any(names(p.case, code) for code in label["codes"])]
        if not meant:
            # No documented case: it shows off the contract only.
            continue
        hit = any(wanted & result.broken.get(case, {}).keys() for case in meant)
        kind = result.caught if hit else result.missed if driven else result.not_driven
        kind.append(f"{label['defect']} {', '.join(label['codes'])}")


def _compare_counts(
    result: Result, plans: Iterable[Plan], observed: Mapping[str, Any], call: Any, success: Any
) -> None:
    everything = [point for plan in plans for reading in plan.readings for point in plan.points(reading)]
    for key, wanted in observed.items():
        meant = [p for p in everything if key in _keys(p)]
        setup = Setup(session.server(), call, success, has_success=True, limit=60)
        served = [Example(p, body) for p in meant for body in (bodies.smallest(p), *bodies.samples(p))]
        runs = [play(setup, example) for example in served]
        seen = {-1 if one.runaway else len(one.hits) for one in runs}
        if wanted["requests"] in seen or (wanted["requests"] < 0 and any(n > 20 for n in seen)):
            result.counts += 1
        elif seen:
            result.differ.append(f"{key}: {wanted['requests']} requests by the label, {sorted(seen)} seen")


def _keys(point: Point) -> set[str]:
    code, advice, status = point.code, point.advice, point.status
    named = {f"{status}/{code}", f"{code}/{advice}", str(code)} if code is not None else {str(status), f"{status}/"}
    if point.case is not None:
        named |= {point.case.id, point.case.id.split(":", 2)[-1], point.case.id.split(":", 2)[-1].replace("+", "/")}
    return named


def told(result: Result) -> list[str]:
    """Lines on one program, none where all is as labelled."""
    lines = [f"  missed: {label}" for label in result.missed]
    lines += [f"  count: {text}" for text in result.differ]
    if result.false_alarm:
        lines += [
            f"  false alarm: {case} {name}: {why}" for case, b in result.broken.items() for name, why in b.items()
        ]
    if result.skipped and result.skipped != "not runnable":
        lines.append(f"  not run: {result.skipped}")
    return [f"{result.program} ({result.kind})", *lines] if lines else []


def main() -> int:
    """Run all programs of some folders and print what differs from their labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="programs at a time (default 2)")
    parser.add_argument("--broken", action="store_true", help="print the broken verdicts of programs with defects too")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(asdict(run(args.folders[0]))))
        return 0
    with ThreadPoolExecutor(args.jobs) as pool:
        results = list(pool.map(run_apart, programs(args.folders)))
    for result in results:
        lines = told(result)
        if args.broken and result.kind != "clean" and result.broken:
            lines = lines or [result.program]
            lines += [f"  {case} {name}: {why}" for case, found in result.broken.items() for name, why in found.items()]
        if lines:
            print("\n".join(lines))
    return _close(results)


def _close(results: list[Result]) -> int:
    ran = [r for r in results if not r.skipped]
    clean = [r for r in ran if r.kind == "clean"]
    alarms = [r for r in clean if r.broken]
    caught, missed = sum(len(r.caught) for r in ran), sum(len(r.missed) for r in ran)
    not_driven = sum(len(r.not_driven) for r in ran)
    agree, differ = sum(r.counts for r in ran), sum(len(r.differ) for r in ran)
    print(
        f"{len(ran)} of {len(results)} programs run: {caught} of {caught + missed} labelled defects caught "
        f"({not_driven} more in functions that are not driven), "
        f"{len(alarms)} of {len(clean)} clean programs with a false alarm, {agree} of {agree + differ} counts agree"
    )
    return 1 if alarms or missed else 0


if __name__ == "__main__":
    sys.exit(main())
