"""Speed of validation, side by side in one run: `python benchmarks/validate.py [--write FILE]`.

Each pair is measured in turns, so that a busy machine slows both; of many turns the best counts. Rates and times are
of this machine, the ratios are what is promised. Needs the development tools (jsonschema, check-jsonschema).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from errpact import schemas
from errpact.contracts import Contract, Envelope, load, points, providers
from errpact.contracts.schema_shapes import envelope_schema, parts_of
from errpact.contracts.validation import Checker

BIN = Path(sys.executable).parent
FILES = 1000
# Installed packages are byte-compiled, so that both sides may use and keep their bytecode.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Row(NamedTuple):
    """One line of the table: what, ours, theirs, their ratio (as `better` reads it), and the goal."""

    what: str
    ours: str
    theirs: str
    ratio: float
    goal: str
    met: bool


def best_rates(ours: Callable[[], Any], theirs: Callable[[], Any], turns: int = 9, count: int = 1500) -> list[float]:
    """Calls in a second, the best of several turns of each."""
    best = [0.0, 0.0]
    for _ in range(turns):
        for side, call in enumerate((ours, theirs)):
            started = time.perf_counter()
            for _ in range(count):
                call()
            best[side] = max(best[side], count / (time.perf_counter() - started))
    return best


def replies(contract: Contract) -> Iterator[tuple[str, Any, int | None, dict[str, Any]]]:
    """For each envelope with a code: its id, a documented reply, the status, and the bare schema of that one code."""
    seen = set()
    for point in points(contract, off=False):
        envelope = point.envelope
        place = envelope.property_for("code") if envelope else None
        if envelope is None or place is None or point.code is None or envelope.id in seen:
            continue
        seen.add(envelope.id)
        body: dict[str, Any] = {}
        for p in envelope.properties:
            if p.pointer in point.values or p.required:
                put(body, parts_of(p.pointer), point.values.get(p.pointer, {} if "object" in p.types else "text"))
        yield envelope.id, body, point.status, of_one_code(contract, envelope, place.pointer, point.code)


def of_one_code(contract: Contract, envelope: Envelope, pointer: str, code: Any) -> dict[str, Any]:
    """The leanest schema of one code: the envelope's, with the code as a constant in its place."""
    schema = envelope_schema(contract, envelope)
    part = schema
    for name in parts_of(pointer):
        part = part["properties"][name]
    part.clear()
    part["const"] = code
    return schema


def put(body: dict[str, Any], parts: list[str], value: Any) -> None:
    """Set a place in a body."""
    for part in parts[:-1]:
        body = body.setdefault(part, {})
    body.setdefault(parts[-1], value)


def envelopes() -> Iterator[Row]:
    """`Checker.check` (dispatch, case, status, shape) against jsonschema with nothing but that one code's schema."""
    for name in providers():
        contract = load(name)
        checker = Checker(contract)
        for envelope, body, status, schema in replies(contract):
            bare = Draft202012Validator(schema)
            assert checker.check(body, status).ok, (name, envelope)
            assert bare.is_valid(body), (name, envelope)
            ours, theirs = best_rates(
                lambda b=body, s=status, c=checker: c.check(b, s), lambda b=body, v=bare: v.is_valid(b)
            )
            ratio = ours / theirs
            yield Row(
                f"{name}, envelope `{envelope}`", f"{ours:,.0f}/s", f"{theirs:,.0f}/s", ratio, "≥ 0.8", ratio >= 0.8
            )


def cost(command: list[str | Path], folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - ours
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best_costs(commands: list[list[str | Path]], folder: Path, turns: int) -> list[tuple[float, float]]:
    """Best wall and best CPU seconds of each command, measured in turns after one that warms up."""
    for command in commands:
        cost(command, folder)
    found = [[cost(command, folder) for command in commands] for _ in range(turns)]
    return [(min(w for w, _ in runs), min(c for _, c in runs)) for runs in zip(*found, strict=True)]


def small_files(turns: int) -> Iterator[Row]:
    """A thousand files in one call of each command, beside one file, which shows the start alone."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "captures").mkdir()
        for number in range(FILES):
            body = {"error": f"Missing fields: field_{number}", "error_code": 40001}
            (folder / "captures" / f"{number:04}.json").write_text(json.dumps(body), encoding="utf-8")
        (folder / "flanks.json").write_text(schemas.text("flanks"), encoding="utf-8")
        names = sorted(str(p) for p in (folder / "captures").iterdir())
        ours: list[str | Path] = [BIN / "errpact", "validate", "--provider", "flanks"]
        theirs: list[str | Path] = [BIN / "check-jsonschema", "--schemafile", "flanks.json"]
        commands = [[*ours, *names], [*theirs, *names], [*ours, names[0]], [*theirs, names[0]]]
        many, many_theirs, one, one_theirs = best_costs(commands, folder, turns)
    for kind, unit in ((0, "wall"), (1, "CPU")):
        ratio = many_theirs[kind] / many[kind]
        yield Row(
            f"{FILES} small files, {unit}", f"{FILES / many[kind]:,.0f} files/s",
            f"{FILES / many_theirs[kind]:,.0f} files/s", ratio, "≥ 5", ratio >= 5,
        )  # fmt: skip
    each, each_theirs = ((m[1] - o[1]) / (FILES - 1) * 1e6 for m, o in ((many, one), (many_theirs, one_theirs)))
    yield Row("one more file, CPU", f"{each:.0f} µs", f"{each_theirs:.0f} µs", each_theirs / each, "", True)


def starts(turns: int) -> Iterator[Row]:
    """Loading all contracts and the command's help against a Python that does nothing."""
    load_all = "from errpact.contracts import load, providers\nfor name in providers(): load(name)"
    commands: list[list[str | Path]] = [
        [sys.executable, "-c", "pass"],
        [sys.executable, "-c", load_all],
        [BIN / "errpact", "--help"],
    ]
    bare, loading, helping = best_costs(commands, Path.cwd(), turns)
    for kind, unit in ((0, "wall"), (1, "CPU")):
        limit = 3 * bare[kind] + 0.03
        for what, measured in (("load all contracts", loading), ("errpact --help", helping)):
            yield Row(
                f"{what}, {unit}", f"{measured[kind] * 1000:.0f} ms", f"{bare[kind] * 1000:.0f} ms",
                measured[kind] / bare[kind], f"≤ {limit * 1000:.0f} ms", measured[kind] <= limit,
            )  # fmt: skip


def table(title: str, theirs: str, rows: Iterator[Row]) -> str:
    """Rows as a table in Markdown."""
    lines = [
        f"### {title}",
        "",
        f"| what | errpact | {theirs} | ratio | goal | met |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        met = "" if not row.goal else "yes" if row.met else "**no**"
        lines.append(f"| {row.what} | {row.ours} | {row.theirs} | {row.ratio:.2f} | {row.goal} | {met} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print the tables, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the tables there")
    parser.add_argument("--turns", type=int, default=15, help="turns of each command (default 15)")
    args = parser.parse_args()
    parts = [
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start.\n",
        table("Replies in a process", "bare jsonschema", envelopes()),
        table("Files in a command", "check-jsonschema", small_files(args.turns)),
        table("Starting", "`python -c pass`", starts(args.turns)),
    ]
    text = "\n".join(parts)
    print(text)
    if args.write:
        args.write.write_text("# Validation\n\n" + text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
