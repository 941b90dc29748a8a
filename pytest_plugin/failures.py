"""A broken obligation as text for people and as JSON for `errpact replay`."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ..contracts import Case, ErrpactError, Obligation, duration
from ..contracts.classify import at
from ..contracts.files import read_text
from ..contracts.harmless import clean_lines
from ..contracts.off import SORTS
from .examples import Example
from .plans import Plan
from .verdicts import Judged

FORMAT: Final = 1
ROWS: Final = 8
_SAFE: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class UnreadableFailure(ErrpactError):
    """A file that is no written failure."""


def text(plan: Plan, broken: Sequence[tuple[Judged, tuple[Obligation, ...]]], replay: str | None) -> str:
    """What a failed check prints: the case, the first broken run in full, and what else broke."""
    run, first = broken[0]
    whys = {o: (other.verdicts[o].why, n) for n, (other, names) in reversed(list(enumerate(broken))) for o in names}
    lines = [f"{plan.id}: {', '.join(o for o in Obligation if o in whys)} broken", ""]
    lines += case_lines(plan)
    lines += ["", "what the client did"]
    lines += [f"  {line}" for line in exchange_lines(run)]
    lines.append("")
    lines += [f"{obligation}: {run.verdicts[obligation].why}" for obligation in first]
    lines += [f"{o}: {why} (on another example)" for o, (why, number) in whys.items() if number and o not in first]
    lines += ["", f"smallest example  {run.example.point.status} {run.example.shown()}"]
    more = [str(run.example.script)] if run.example.script.times is not None else []
    if run.example.reading:
        more.append(f"codes read as {run.example.reading}")
    if run.example.guessed and run.example.point.off is None:
        more.append(f"the page leaves open: {', '.join(run.example.guessed)}")
    if more:
        lines.append(f"                  ({'; '.join(more)})")
    if replay:
        lines.append(f"replay            {replay}")
    return clean_lines("\n".join(lines))


def case_lines(plan: Plan) -> list[str]:
    """The case and what the page says of it, in our words."""
    case = plan.case
    if case is None:
        sort = str(plan.off)
        return [f"off the contract  {SORTS.get(sort, sort)}"]
    title = " ".join(part for part in (case.name, case.code_text, case.advice) if part)
    lines = [f"case              {title or case.id} ({case.kind})", f"meaning           {case.meaning}"]
    lines.append(f"what is allowed   {allowed(case)}")
    lines += [f"                  {step}" for step in case.policy.steps]
    lines.append(f"source            {case.source}")
    return lines


def allowed(case: Case) -> str:
    """A case's policy in a few words."""
    policy = case.policy
    words = {
        "never": "never resend the same request",
        "after-action": "resend only after the action below, never by itself",
        "after": f"resend after {policy.wait}" if policy.wait else "resend after a wait",
        "backoff": "resend after " + ", ".join(duration(s) for s in policy.schedule or policy.also),
        "now": "resend at once",
        "poll": f"poll ({policy.wait} between)" if policy.wait else "poll",
        "unspecified": "the page does not say",
    }
    return words[policy.verb]


def exchange_lines(run: Judged) -> list[str]:
    """The exchange as a small table: attempt, virtual time, request, status, code."""
    hits = run.exchange.hits
    if not hits:
        return ["no request arrived"]
    start = hits[0].at
    rows = [("#", "at", "request", "status", "reply")]
    for number, hit in enumerate(hits, start=1):
        code = _sent(run.example) if hit.action.role == "case" else hit.action.role
        status = "reset" if hit.action.fault == "reset" else str(hit.action.reply.status)
        rows.append((str(number), _moment(hit.at - start), hit.request.shown[:60], status, code))
    if len(rows) > ROWS + 1:
        rest = len(rows) - ROWS
        rows = [*rows[:ROWS], ("…", "", f"{rest} more", "", "")]
    widths = [max(len(row[n]) for row in rows) for n in range(5)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [*lines, f"then {_outcome(run)}"]


def _moment(seconds: float) -> str:
    return (
        f"{seconds:.2f} s"
        if seconds < 120
        else f"{seconds / 60:.1f} min"
        if seconds < 7200
        else f"{seconds / 3600:.2f} h"
    )


def _sent(example: Example) -> str:
    """The code and the advice of a reply; of one off the contract the sort, and what of them is in the body indeed."""
    point = example.point
    fields = [("code", point.code), ("advice", point.advice)]
    parts = [str(v) for name, v in fields if v is not None and (point.off is None or _holds(example, name, v))]
    shown = [part if _SAFE.fullmatch(part) else "…" for part in parts]
    return " ".join([*([point.off] if point.off else []), *shown]) or "no code"


def _holds(example: Example, field: str, value: object) -> bool:
    place = example.point.envelope.property_for(field) if example.point.envelope else None
    body = example.body
    if isinstance(body, bytes):
        try:
            body = json.loads(body.decode("utf-8", "replace"))
        except ValueError:
            return False
    return place is not None and at(body, place.pointer) == value


def _outcome(run: Judged) -> str:
    outcome = run.exchange.outcome
    if outcome.how == "raised":
        return f"the call raised {type(outcome.error).__name__}"
    if outcome.how == "stopped":
        return "the client was stopped"
    return "the call returned"


def to_json(plan: Plan, run: Judged, nodeid: str) -> dict[str, Any]:
    """A failure, independent of the version of hypothesis. Of requests method and path alone, the latter
    without what may be data."""
    return {
        "format": FORMAT,
        "provider": plan.contract.provider,
        "contract_version": plan.contract.version,
        "case": plan.id,
        "nodeid": nodeid,
        "example": run.example.to_json(),
        "verdicts": {str(o): {"state": str(v.state), "why": v.why} for o, v in run.verdicts.items()},
        "exchange": [
            {
                "at": round(hit.at - run.exchange.hits[0].at, 3),
                "method": method,
                "path": path,
                "status": hit.action.reply.status,
                "role": hit.action.role,
            }
            for hit in run.exchange.hits[:100]
            for method, _, path in (hit.request.shown.partition(" "),)
        ],
    }


def write(folder: Path | None, data: Mapping[str, Any]) -> Path | None:
    """Write a failure file; None where there is no place for it."""
    if folder is None:
        return None
    name = re.sub(r"[^A-Za-z0-9_.+-]+", "-", str(data["nodeid"]).rpartition("::")[2])[:150]
    path = folder / f"{name.strip('-')}.json"
    try:
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path


def read(path: Path) -> dict[str, Any]:
    """A failure file. Raises UnreadableFailure."""
    try:
        data = json.loads(read_text(path))
    except OSError as exc:
        raise UnreadableFailure(
            f"{path}: cannot be read: {exc.strerror}; name a file that a failed test wrote"
        ) from None
    except ValueError:
        raise UnreadableFailure(f"{path}: is not JSON; name a file that a failed test wrote") from None
    wanted = {"format", "provider", "case", "nodeid", "example"}
    if not isinstance(data, dict) or not wanted <= data.keys() or data["format"] != FORMAT:
        raise UnreadableFailure(f"{path}: is no failure of errpact, format {FORMAT}; run the test again")
    return data


def command(path: Path, root: Path) -> str:
    """The command that replays a failure file."""
    try:
        shown = path.relative_to(root)
    except ValueError:
        shown = path
    return f"errpact replay {shlex.quote(str(shown))}"
