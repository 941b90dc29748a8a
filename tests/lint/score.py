"""Lints the labelled programs of the corpus and says what was missed and what was a false alarm.

`python tests/lint/score.py` prints it, with `--write` it goes to corpus/known.txt. `--shard 0/2` takes every other
program and prints JSON, which is how the test uses both cores.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from errpact.contracts import Contract, load_all
from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import analyse
from errpact.lint.finding import Analysis, Certainty, Finding, Severity
from errpact.lint.project import Project, SourceFile

CORPUS: Final = Path(__file__).resolve().parent / "corpus"
KNOWN: Final = CORPUS / "known.txt"
SECONDS: Final = 20.0  # of this process's own time, so that a busy machine changes nothing

RULES: Final[Mapping[str, frozenset[str]]] = {
    "forbidden-retry": frozenset({"EP101"}),
    "retry-too-soon": frozenset({"EP102"}),
    "retry-too-often": frozenset({"EP103", "EP105"}),
    "dead-retry": frozenset({"EP104"}),
    "new-key-per-attempt": frozenset({"EP106"}),
    "unhandled-code": frozenset({"EP201", "EP204", "EP206"}),
    "partial-success-ignored": frozenset({"EP202"}),
    "lossy-error": frozenset({"EP203"}),
    "ambiguous-code": frozenset({"EP205"}),
    "swallowed-error": frozenset({"EP204", "EP201"}),
    "unknown-code": frozenset({"EP301"}),
    "code-type-mismatch": frozenset({"EP302"}),
    "unknown-field": frozenset({"EP303", "EP304"}),
    "message-matching": frozenset({"EP305"}),
    "unreachable-branch": frozenset({"EP306"}),
}


class TooSlow(BaseException):
    """A program took more than SECONDS. Not an Exception, so that the analysis can't take it for one of its own."""


@dataclass
class Score:
    """labels, clean: how many there are. lines: what is wrong, one fact a line, sorted."""

    labels: int = 0
    clean: int = 0
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """As corpus/known.txt has it."""
        missed = sum(line.startswith("miss ") for line in self.lines)
        noisy = len({line.split()[1] for line in self.lines if line.startswith("false ")})
        head = (
            "# What the linter gets wrong in the labelled programs. Made by `python tests/lint/score.py --write`.\n"
            f"# labels found: {self.labels - missed} of {self.labels}\n"
            f"# right programs with a finding: {noisy} of {self.clean}\n"
        )
        return head + "".join(f"{line}\n" for line in sorted(self.lines))


def project(folder: Path, provider: str) -> tuple[Project, Settings]:
    """A folder's programs, all bound to one provider."""
    paths = sorted(folder.rglob("*.py"))
    return project_of({p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in paths}, provider, folder)


def project_of(sources: Mapping[str, str], provider: str, root: Path = CORPUS) -> tuple[Project, Settings]:
    """Programs given as path → text, all bound to one provider."""
    files = tuple(SourceFile(path, root / path, text.encode(), True, True) for path, text in sources.items())
    return Project(root, files), Settings(root=root, clients=(Client(provider, ("**",)),))


def score(shard: int = 0, of: int = 1) -> Score:
    """Every `of`-th program of the corpus from number `shard` on."""
    contracts = load_all()
    result = Score()
    for expect in expectations()[shard::of]:
        program(expect, contracts, result)
    return result


def expectations() -> list[Path]:
    """What is expected of each program, in the one order."""
    return sorted(CORPUS.rglob("expect.toml"))


def program(expect: Path, contracts: Mapping[str, Contract], result: Score) -> None:
    """Lint one program and hold it against its labels."""
    folder = expect.parent
    name = folder.relative_to(CORPUS).as_posix()
    labels = tomllib.loads(expect.read_text("utf-8"))
    found: tuple[Finding, ...] = ()
    try:
        with limited(SECONDS):
            analysis = analyse(*project(folder, labels["provider"]), contracts)
        found = definite(analysis)
        result.lines += [f"error {name} {e.where}: {e.message}" for e in analysis.errors]
    except (TooSlow, Exception) as exc:  # both are facts to be told, not reasons to stop
        result.lines.append(f"error {name} {type(exc).__name__}")
    if labels["kind"] == "clean":
        result.clean += 1
        result.lines += sorted({f"false {name} {f.rule} {f.path}:{f.line}" for f in found})
    for label in labels.get("expect", []):
        result.labels += 1
        if not any(matches(label, f) for f in found):
            first, last = label["lines"]
            result.lines.append(f"miss {name} {label['defect']} {label['file']}:{first}-{last}")


def definite(analysis: Analysis) -> tuple[Finding, ...]:
    """What a user sees without asking for more."""
    return tuple(f for f in analysis.findings if f.certainty is Certainty.DEFINITE and f.severity is not Severity.INFO)


def matches(label: Mapping[str, Any], finding: Finding) -> bool:
    """Whether a finding is what a label asks for: an accepted rule, place, and one of its codes. (A policy without
    effect is of no code: EP104 names what is wrong with it.)"""
    places = [(label["file"], label["lines"]), *((a["file"], a["lines"]) for a in label.get("also", []))]
    return (
        finding.rule in RULES[label["defect"]]
        and (finding.rule == "EP104" or bool(set(finding.codes) & set(label["codes"])))
        and any(finding.path == file and first <= finding.line <= last for file, (first, last) in places)
    )


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlow after so many seconds of processor time."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def in_parallel(every: int = 1, workers: int = 2) -> Score:
    """Every n-th program of the corpus (n: `every`), in `workers` processes."""
    command = [sys.executable, str(Path(__file__).resolve()), "--shard"]
    # Not traced where the tests are: that takes as long again, and what counts as covered is what the case files reach.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    running = [
        subprocess.Popen([*command, f"{n * every}/{every * workers}"], stdout=subprocess.PIPE, env=plain)
        for n in range(workers)
    ]
    result = Score()
    for process in running:
        output, _ = process.communicate()
        if process.returncode:
            raise RuntimeError(f"a part of the corpus ended with {process.returncode}")
        part = json.loads(output)
        result.labels += part["labels"]
        result.clean += part["clean"]
        result.lines += part["lines"]
    return result


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true", help=f"write {KNOWN.name}")
    parser.add_argument("--shard", metavar="N/M", help="every M-th program from number N on, as JSON")
    options = parser.parse_args()
    if options.shard:
        shard, of = map(int, options.shard.split("/"))
        print(json.dumps(vars(score(shard, of))))
        return
    text = in_parallel().text()
    if options.write:
        KNOWN.write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
