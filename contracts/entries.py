"""`[[cases]]` of a contract file → cases: ids, codes, statuses, samples, and the policy that follows from all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from .case import Case, Code, CodeRange, Sample
from .contract import Advice, Rule, Surface
from .envelope import Envelope
from .facts import one_of, read_address, read_steps
from .pointer import at
from .policy import Policy
from .reader import Table, kind_of
from .resolve import resolve
from .terms import Channel, Kind, Source, Status, StatusUnspecified

CAUSES: Final = ("credential", "request", "permission", "account")
_RANGE: Final = re.compile(r"([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)", re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class Context(NamedTuple):
    """What a case needs to know of the rest of its file."""

    provider: str
    page: str
    surfaces: tuple[Surface, ...]
    envelopes: tuple[Envelope, ...]
    advices: tuple[Advice, ...]
    rules: tuple[Rule, ...]
    code_types: tuple[str, ...]


def read_cases(table: Table, context: Context) -> list[Case]:
    """One entry of the file → its cases: one, or one for each advice value where the advice carries the policy."""
    surface = _known(table, "surface", (table.text_of("surface", context.surfaces[0].id),), context.surfaces)[0]
    code, status, kind = _code(table, context.code_types), _status(table), table.choice("kind", Kind)
    case = Case(
        id=f"{context.provider}:{surface}:{_status_part(status)}{_key(table, code)}",
        provider=context.provider,
        surface=surface,
        kind=kind,
        code=code,
        status=status,
        envelopes=_known(table, "envelopes", table.texts("envelopes"), context.envelopes),
        meaning=table.text_of("meaning"),
        policy=_policy(table, status, context.rules),
        source=Source(read_address(table, "page", context.page), table.text_of("section")),
        name=table.optional("name"),
        channel=table.choice("channel", Channel, Channel.REPLY),
        methods=table.texts("methods"),
        strings=_strings(table),
        samples=tuple(_sample(item) for item in table.tables("samples")),
        aliases=table.texts("aliases"),
        status_reading=table.flag("status_reading"),
        no_data=table.flag("no_data"),
        refuses_credentials=table.flag("refuses_credentials"),
    )
    with_advice = table.flag("advice", bool(context.advices) and kind is Kind.ERROR and code is not None)
    table.done()
    return [_advised(case, advice) for advice in context.advices] if with_advice else [case]


def numbered(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Give the second, third… case of one id its `.n`."""
    count: dict[str, int] = {}
    result: list[Case] = []
    for case in cases:
        count[case.id] = count.get(case.id, 0) + 1
        result.append(case if count[case.id] == 1 else replace(case, id=f"{case.id}.{count[case.id]}"))
    return tuple(result)


def _advised(case: Case, advice: Advice) -> Case:
    samples = tuple(s for s in case.samples if advice.value in repr(s.body))
    return replace(case, id=f"{case.id}+{advice.value}", advice=advice.value, policy=advice.policy, samples=samples)


def _known(
    table: Table, key: str, names: tuple[str, ...], parts: tuple[Surface, ...] | tuple[Envelope, ...]
) -> tuple[str, ...]:
    for name in names:
        if not any(name == part.id for part in parts):
            known = ", ".join(part.id for part in parts) or "none yet"
            raise table.fail(key, f"{name!r} is not one of [[{key.rstrip('s')}s]]", f"write one of these: {known}")
    return names


def _status_part(status: Status) -> str:
    return f"{status[0]}/" if isinstance(status, tuple) and len(status) == 1 else ""


def _key(table: Table, code: Code | None) -> str:
    """What names the case within its surface and status."""
    key = table.optional("key")
    if key is None:
        return "no-code" if code is None else code.text if isinstance(code, CodeRange) else str(code)
    if not _KEY.fullmatch(key):
        raise table.fail("key", f"{key!r} cannot be part of an id", "use letters, digits, `_`, `.` and `-`")
    return key


def _policy(table: Table, status: Status, rules: tuple[Rule, ...]) -> Policy:
    cause, excepted = table.optional("cause"), table.optional("excepted_by")
    one_of(table, "cause", cause, CAUSES)
    exception = next((r for r in rules if r.id == excepted), None)
    if excepted is not None and exception is None:
        raise table.fail("excepted_by", f"{excepted!r} is not a rule", "name one of [[rules]]")
    rule = next((r for r in rules if isinstance(status, tuple) and any(s in r for s in status)), None)
    return resolve(read_steps(table), rule, cause, exception)


def _code(table: Table, types: tuple[str, ...]) -> Code | None:
    value, ranged, reading = table.get("code"), table.flag("range"), table.flag("range_reading")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise table.fail("code", "must be a string or an integer", "write it as the provider sends it")
    if value == "":
        raise table.fail("code", "is empty", "leave `code` out where the body has none")
    if not ranged:
        return _of_type(table, value, types)
    match = _RANGE.fullmatch(str(value))
    if match is None or match[1] != match[3] or len(match[2]) != len(match[4]) or match[2] >= match[4]:
        raise table.fail("code", f"{value!r} is not a range", "write it as E100-E199, smaller end first")
    if match[1] and types:
        _of_type(table, value, types)
    return CodeRange(match[1] + match[2], match[3] + match[4], reading)


def _of_type(table: Table, code: str | int, types: tuple[str, ...]) -> str | int:
    """Complain about a code of another JSON type than the page documents; where it documents none, either will do."""
    fits = {"string"} if isinstance(code, str) else {"integer", "number"}
    if types and fits.isdisjoint(types):
        mend = "write the code as the provider sends it, or mend code_types"
        raise table.fail("code", f"{code!r} is {kind_of(code)}, but code_types says {', '.join(types)}", mend)
    return code


def _status(table: Table) -> Status:
    value = table.get("status")
    if value is None:
        return StatusUnspecified.UNSPECIFIED
    if isinstance(value, str):
        return table.choice("status", StatusUnspecified)
    values = value if isinstance(value, list) else [value]
    for status in values or [None]:
        if type(status) is not int or not 100 <= status <= 599:
            raise table.fail("status", f"{status!r} is not an HTTP status", 'write 100 to 599, or "unspecified"')
    return tuple(values)


def _strings(table: Table) -> Mapping[str, tuple[str, ...]]:
    strings = table.table("strings")
    return {} if strings is None else {name: strings.texts(name) for name in strings.data}


def _sample(item: Table) -> Sample:
    status = item.get("status")
    if status is not None and type(status) is not int:
        raise item.fail("status", "must be an HTTP status", "write an integer or leave it out")
    sample = Sample(status, _body(item))
    item.done()
    return sample


def _body(item: Table) -> Any:
    """`body` as TOML, with null at the pointers in `nulls`, which TOML cannot say; or `json`, a text."""
    body, nulls = item.get("body"), item.texts("nulls")
    for pointer in nulls:
        parent, _, name = pointer.rpartition("/")
        place = at(body, parent)
        if not isinstance(place, dict) or not name:
            raise item.fail("nulls", f"{pointer!r} is no place in the body", "point to a field of an object in it")
        place[name] = None
    return _json(item) if "json" in item.data else body


def _json(item: Table) -> Any:
    import json  # slow to import, and rarely needed

    try:
        return json.loads(item.text_of("json"))
    except ValueError as exc:
        raise item.fail("json", f"is not JSON: {exc}", "mend the sample") from None
