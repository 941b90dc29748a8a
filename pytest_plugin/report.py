"""What all checks of a run say together: the table, the JSON file, the coverage. Fed from pytest's reports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from ..contracts import ErrpactError, Obligation, State
from ..contracts.settings import Accept
from ..contracts.wording import counted
from . import current
from . import session as session_
from .record import UNJUDGED, Record, merged
from .waivers import is_partial, unneeded

_RECORDS: Final[list[Record]] = []
_UNJUDGED: Final[dict[str, str]] = {}
_UNWRITTEN: Final[list[str]] = []
"""What the summary is to tell of a JSON file that could not be written."""
VERSION: Final = 1
SHOWN: Final = 3
"""Reasons for undecided obligations that the terminal names."""
COLUMNS: Final = tuple(Obligation)
SIGNS: Final = {
    State.KEPT: "ok",
    State.BROKEN: "BROKEN",
    State.UNDECIDED: "?",
    State.NOT_APPLICABLE: "-",
    State.NOT_TRIED: " ",
}


def take_in(name: str, text: str, nodeid: str) -> None:
    """Take in what a check left: a record, or the provider of a case that could not be judged. A test's reports, of its
    call and of its teardown, all have it."""
    if name == UNJUDGED:
        _UNJUDGED[nodeid] = text
    else:
        _RECORDS.append(Record.loads(text))


def records() -> list[Record]:
    """All records, one per test and case, in the order in which the tests were collected."""
    place = {nodeid: number for number, nodeid in enumerate(current.order)}
    return sorted(merged(_RECORDS), key=lambda record: place.get(record.nodeid, len(place)))


def coverage(found: Iterable[Record]) -> dict[str, tuple[int, int]]:
    """Provider → documented cases tried, documented cases in scope."""
    tried: dict[str, set[str]] = {}
    scope: dict[str, set[str]] = {}
    for record in found:
        tried.setdefault(record.provider, set())
        scope.setdefault(record.provider, set()).update(record.scope)
        if record.examples:
            tried[record.provider].add(record.case)
    return {name: (len(tried[name] & scope[name]), len(scope[name])) for name in scope}


def percentage(found: Iterable[Record]) -> float:
    """Documented cases tried, of all providers together; 0 where nothing was."""
    pairs = coverage(found).values()
    total = sum(n for _, n in pairs)
    return 100.0 * sum(n for n, _ in pairs) / total if total else 0.0


def finish(session: Any) -> None:
    """Write `--errpact-json` and fail the run below `--errpact-fail-under`."""
    config = session.config
    found = records()
    target = config.getoption("errpact_json")
    if target:
        _write(Path(target), found)
    under = _under(config)
    missed = under is not None and not config.getoption("collectonly") and percentage(found) < under
    if (missed or _UNWRITTEN) and session.exitstatus in (0, 5):
        session.exitstatus = 1


def _write(path: Path, found: Iterable[Record]) -> None:
    data = {"version": VERSION, "items": [r.public() for r in found]}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    except OSError as exc:
        _UNWRITTEN.append(f"FAIL: --errpact-json {path}: cannot be written: {exc.strerror}; check the path")


def _under(config: Any) -> float | None:
    try:
        return session_.options_of(config).fail_under
    except ErrpactError:
        # A configuration that cannot be read was reported where it was needed.
        return None


def summarise(terminal: Any, config: Any) -> None:
    """Write the tables."""
    found = records()
    _RECORDS.clear()
    lines = closing(found, _under(config))
    _UNJUDGED.clear()
    while _UNWRITTEN:
        terminal.write_line(_UNWRITTEN.pop(0), red=True)
    if not found:
        under = _under(config)
        if under:
            terminal.section("errpact")
            terminal.write_line(f"no documented case was tried; --errpact-fail-under is {under:g} %")
        return
    terminal.section("errpact: documented cases × obligations")
    quiet = config.getoption("verbose") < 0
    only_broken = config.getoption("errpact_only_broken")
    if not quiet:
        for name, group in _by_test(found):
            for line in table(name, group, only_broken=only_broken):
                terminal.write_line(line, red=" BROKEN" in line)
    for line in lines:
        terminal.write_line(line)
    if not is_partial(config):
        for line in unneeded(found, _accepts(config)):
            terminal.write_line(line, yellow=True)


def _accepts(config: Any) -> Sequence[Accept]:
    try:
        return session_.options_of(config).accepts
    except ErrpactError:
        return ()


def _by_test(found: list[Record]) -> list[tuple[str, list[Record]]]:
    groups: dict[str, list[Record]] = {}
    for record in found:
        name = f"{record.provider} · {record.nodeid.partition('[')[0]}"
        groups.setdefault(name, []).append(record)
    return list(groups.items())


def table(name: str, group: list[Record], *, only_broken: bool = False) -> list[str]:
    """One test's table: a line per case, a column per obligation that applies to any."""
    used = [o for o in COLUMNS if any(o in r.verdicts for r in group)]
    rows = [r for r in group if r.failed or not only_broken]
    if not rows:
        return [f"{name}: {counted(len(group), 'case')}, none broken"]
    width = max(len(r.case) for r in rows)
    lines = [name, "  " + "case".ljust(width) + "  " + "  ".join(o.value for o in used)]
    for record in rows:
        cells = [cell(record, o).ljust(len(o)) for o in used]
        lines.append(f"  {record.case.ljust(width)}  {'  '.join(cells)}".rstrip())
    return lines


def cell(record: Record, obligation: Obligation) -> str:
    """How a table shows a state."""
    state = record.verdicts.get(obligation)
    if state is None:
        return "-"
    if state == State.BROKEN and obligation in record.accepted:
        return "waived" if obligation is not Obligation.ROBUST else "no"
    return SIGNS[State(state)]


def closing(found: list[Record], under: float | None) -> list[str]:
    """Coverage and counts."""
    lines: list[str] = []
    for provider, (tried, total) in coverage(found).items():
        own = [r for r in found if r.provider == provider]
        broken = sum(r.failed for r in own)
        examples = sum(r.examples for r in own)
        failed = sum(_UNJUDGED[nodeid] == provider for nodeid in _UNJUDGED.keys() - {r.nodeid for r in own})
        unjudged = f", {counted(failed, 'test')} failed before a verdict" if failed else ""
        share = f"{100 * tried / total:.0f} %" if total else "none in scope"
        lines.append(
            f"{provider}: {tried} of {total} documented cases tried ({share}), {counted(examples, 'example')}, "
            f"{counted(broken, 'case')} broken{unjudged}"
        )
    lines += undecided(found)
    lines += sorted({note for r in found for note in r.notes if "time.sleep is held" in note})
    if under is not None and percentage(found) < under:
        lines.append(f"FAIL: {percentage(found):.0f} % of documented cases tried, {under:g} % required")
    return lines


def undecided(found: list[Record]) -> list[str]:
    """Why obligations are undecided, the most frequent reasons first, each with the number of cases."""
    reasons = Counter(
        reason
        for record in found
        for reason in {
            note.partition(": ")[2]
            for note in record.notes
            if record.verdicts.get(note.partition(": ")[0]) == State.UNDECIDED
        }
    )
    often = sorted(reasons, key=lambda why: (-reasons[why], why))
    lines = [f"? undecided in {counted(reasons[why], 'case')}: {why}" for why in often[:SHOWN]]
    if len(reasons) > SHOWN:
        lines.append(f"? and for {counted(len(reasons) - SHOWN, 'more reason')}: see `notes` in --errpact-json")
    return lines
