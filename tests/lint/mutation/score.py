"""Makes right clients wrong and says what of it the linter finds.

The right programs of the corpus that can be run × the operators of `operators`. A mutant counts as a defect only where
the wire proves it (see `oracle`): an obligation of the provider's page is broken that the original keeps, under every
reading of what the page leaves open. It counts as found where a definite finding of the rules for that obligation names
one of the broken codes.

`python -m tests.lint.mutation.score` prints it. `--sample first` takes nineteen programs, `--sample second` fourteen
others; the slow test holds both to the truth. `--write` writes what is missed to the sample's file here, `--only
flanks/64` takes the programs whose name starts so. A finding whose every case the wire shows as kept is told too: it
may be a false alarm.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from errpact.contracts import Contract
from errpact.lint.analyse import analyse
from errpact.lint.finding import Finding

from ..one_file import contracts
from ..score import CORPUS, SECONDS, TooSlow, definite, limited, project_of
from .operators import Mutant, facts, mutants
from .oracle import Seen, seen

SAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "first": (
        "brick/17-wait-chain", "flanks/07-household-report", "flanks/60-patient-reader", "flanks/64-fresh-token",
        "flanks/67-code-in-the-database", "flanks/68-match-on-enum", "flanks/71-aviso-al-cliente",
        "flanks/72-errors-to-steps", "flanks/88-create-or-find", "flanks/90-worker-loop", "khipu/17-scheduler-heap",
        "khipu/24-wait-from-advice", "khipu/26-on-predicate-advice", "klavi/21-stamina-hook",
        "synapse/05-refresh-desk", "synapse/07-wage-transfer", "synapse/60-pairs-that-pass",
        "synapse/70-same-key-on-timeouts", "synapse/73-dynamic-handlers",
    ),
    "second": (
        "brick/01-recursos", "brick/28-own-retry-subclass", "brick/44-consent-gateway",
        "brick/50-django-consentimentos", "flanks/05-cli-application", "flanks/66-only-the-wire",
        "flanks/70-stamina-on-function", "flanks/78-settings-class", "khipu/12-tesoreria",
        "khipu/19-webhook-and-start", "klavi/09-paged-transactions", "klavi/15-result-union", "klavi/33-auto-update",
        "synapse/01-login-reply",
    ),
}  # fmt: skip
"""Each drawn once, by a hash of the names: so that the figures stay comparable when programs join. What was mended is
fitted to them; the first contact with another sample tells more of programs that nobody has read."""
RULES: Final[Mapping[str, frozenset[str]]] = {
    "no-retry": frozenset({"EP101"}),
    "wait": frozenset({"EP102"}),
    "attempts": frozenset({"EP103", "EP105"}),
    "recognise": frozenset({"EP201", "EP202", "EP204"}),
    "surface": frozenset({"EP203", "EP201", "EP204", "EP305"}),
    # What is used with no check is an EP201 or EP202, whether it crashes there or not.
    "survive": frozenset({"EP206", "EP201", "EP202"}),
    "same-key": frozenset({"EP106"}),
}
"""Which rules speak of which obligation."""


@dataclass
class Tally:
    """made: mutants tried. proven, found: per (operator, obligation). lines: facts to admit, one a line."""

    made: int = 0
    originals: int = 0
    proven: dict[tuple[str, str], int] = field(default_factory=dict)
    found: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another tally's numbers to this one's."""
        self.made += other.made
        self.originals += other.originals
        self.lines += other.lines
        for mine, theirs in ((self.proven, other.proven), (self.found, other.found)):
            for key, number in theirs.items():
                mine[key] = mine.get(key, 0) + number

    def share(self, obligation: str, operator: str = "") -> tuple[int, int]:
        """(found, proven) of an obligation, of one operator or of all."""
        keys = [k for k in self.proven if k[1] == obligation and operator in ("", k[0])]
        return sum(self.found.get(k, 0) for k in keys), sum(self.proven[k] for k in keys)

    def text(self) -> str:
        """As the files here have it."""
        head = [
            "# What the linter misses in right clients made wrong.",
            "# Made by `python -m tests.lint.mutation.score --sample first|second --write`.",
            f"# originals: {self.originals}, mutants: {self.made}",
        ]
        for obligation in RULES:
            found, proven = self.share(obligation)
            head.append(f"# {obligation}: {found} of {proven} found")
        for operator in sorted({k[0] for k in self.proven}):
            cells = [(o, self.share(o, operator)) for o in RULES]
            head.append(f"# by {operator}: " + ", ".join(f"{o} {f}/{p}" for o, (f, p) in cells if p))
        return "\n".join([*head, *sorted(self.lines)]) + "\n"


class Original:
    """A right program. seen: by reading, what it breaks in any of its runs: in a client that asks for several things at
    once, what comes first differs from run to run."""

    def __init__(self, sources: Mapping[str, str], success: Any, contract: Contract) -> None:
        self.contract = contract
        self._run = partial(seen, sources, success, contract)
        self.seen = self._run()

    def look_again(self) -> None:
        """Run it once more, right after a mutant that seems to break what is compared with other replies."""
        for reading, what in self._run().items():
            known = self.seen.get(reading, what)
            self.seen[reading] = replace(known, broken=known.broken | what.broken)


def programs(prefix: str = "") -> list[Path]:
    """Folders of the right programs that can be run."""
    found = []
    for expect in sorted(CORPUS.rglob("expect.toml")):
        labels = tomllib.loads(expect.read_text("utf-8"))
        name = expect.parent.relative_to(CORPUS).as_posix()
        if labels["kind"] == "clean" and labels["runnable"] and name.startswith(prefix):
            found.append(expect.parent)
    return found


def sample(name: str) -> list[Path]:
    """The programs of one of SAMPLES."""
    return [CORPUS / folder for folder in SAMPLES[name]]


def known(name: str) -> Path:
    """What is admitted of a sample."""
    return Path(__file__).resolve().parent / f"known-{name}.txt"


def score(folder: Path) -> Tally:
    """One program and its mutants."""
    labels = tomllib.loads((folder / "expect.toml").read_text("utf-8"))
    contract, success = contracts()[labels["provider"]], json.loads(labels["success"])
    sources = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.py"))}
    name = folder.relative_to(CORPUS).as_posix()
    tally = Tally(originals=1)
    right = Original(sources, success, contract)
    usual = found_in(sources, contract)
    if usual is None or not any(s.accepts for s in right.seen.values()):
        tally.lines.append(f"error {name}: the original can't be judged")
        return tally
    tally.lines += sorted({f"false {name} original {f.rule} {f.path}:{f.line}" for f in usual})
    own = {path: text for path, text in sources.items() if not _is_scaffold(path)}
    for mutant in mutants(own, facts(contract)):
        tally.made += 1
        changed = {**sources, mutant.path: mutant.source}
        after = seen(changed, success, contract)
        judge(tally, f"{name} {mutant.operator} {mutant.path}:{mutant.line}", mutant, changed, right, after)
    return tally


def _is_scaffold(path: str) -> bool:
    return path.endswith("drive.py") or "test" in Path(path).name


def judge(
    tally: Tally,
    story: str,
    mutant: Mutant,
    changed: Mapping[str, str],
    right: Original,
    after: Mapping[str, Seen],
) -> None:
    """Count one mutant: what the wire proves of it, and what of that is found."""
    before, contract = right.seen, right.contract
    usable = {r: s for r, s in after.items() if s.accepts and r in before and before[r].accepts}
    if not usable:
        return
    reading = min(usable, key=lambda r: len(usable[r].broken - before[r].broken))
    new = usable[reading].broken - before[reading].broken
    if any(kind in ("recognise", "surface") for kind, _ in new):
        right.look_again()
        new -= right.seen[reading].broken
    findings = found_in(changed, contract)
    if findings is None:
        tally.lines.append(f"error {story}: not analysed")
        return
    wires = {case.id: set(case.wire) for case in contract.cases}
    for obligation, rules in RULES.items():
        cases = {case for kind, case in new if kind == obligation}
        if not cases:
            continue
        key = (mutant.operator, obligation)
        tally.proven[key] = tally.proven.get(key, 0) + 1
        codes = {code for case in cases for code in wires[case]}
        if any(f.rule in rules and codes & set(f.codes) for f in findings):
            tally.found[key] = tally.found.get(key, 0) + 1
        else:
            tally.lines.append(f"miss {obligation} {story} {' '.join(sorted(codes)[:4])}")
    tally.lines += sorted(_contradicted(story, findings, usable[reading]))


def _contradicted(story: str, findings: Iterable[Finding], wire: Seen) -> set[str]:
    """Findings of which the wire shows every case as kept."""
    found = set()
    for f in findings:
        owed = [o for o, rules in RULES.items() if f.rule in rules]
        if owed and f.cases and all((o, case) in wire.kept for o in owed for case in f.cases):
            found.add(f"doubt {story}: {f.rule} {f.path}:{f.line} {' '.join(sorted(f.codes)[:4])}")
    return found


def found_in(sources: Mapping[str, str], contract: Contract) -> Sequence[Finding] | None:
    """The definite findings; None where the analysis failed or took too long."""
    try:
        with limited(SECONDS):
            analysis = analyse(*project_of(sources, contract.provider), contracts())
    except (TooSlow, Exception):
        return None
    return None if analysis.errors else definite(analysis)


def all_scores(folders: Sequence[Path], workers: int | None = None) -> Tally:
    """All programs, in parallel."""
    result = Tally()
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool:
        for done, part in enumerate(pool.map(score, folders), start=1):
            result.add(part)
            print(f"{done} of {len(folders)} programs, {result.made} mutants", file=sys.stderr)
    return result


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write what is missed of the sample to its file")
    parser.add_argument("--sample", choices=SAMPLES, help="a few programs")
    parser.add_argument("--only", metavar="NAME", default="", help="programs whose name starts so")
    options = parser.parse_args()
    if options.write and not options.sample:
        parser.error("--write goes with --sample")
    text = all_scores(sample(options.sample) if options.sample else programs(options.only)).text()
    if options.write:
        known(options.sample).write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()


__all__ = ["RULES", "SAMPLES", "Tally", "all_scores", "known", "programs", "sample", "score"]
