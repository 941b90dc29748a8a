"""Tables of a contract file → the parts that cases refer to: envelopes, steps, rules, advices, policies."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from .contract import Advice, Rule
from .envelope import Envelope, Property
from .policy import Policy, Step, Wait
from .reader import Table
from .resolve import resolve
from .terms import Actor, Basis, Scalar, Source

JSON_TYPES: Final = ("string", "integer", "number", "boolean", "null", "object", "array")
MEDIA: Final = ("json", "none", "html")
FIELDS: Final = ("code", "advice", "message", "state", "status")
THEN: Final = ("resend", "poll", "stop")
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://\S+")
_POINTER: Final = re.compile(r"(/([^~/]|~[01])*)+")


def read_name(table: Table, key: str) -> str:
    """A name in lower case."""
    value = table.text_of(key)
    if not _NAME.fullmatch(value):
        raise table.fail(key, f"{value!r} is not a name", "use lower-case letters, digits and hyphens")
    return value


def read_address(table: Table, key: str, default: str | None = None) -> str:
    """The URL of a page; required unless a default is given."""
    value = table.text_of(key, default)
    if not _ADDRESS.fullmatch(value):
        raise table.fail(key, f"{value!r} is not a URL", "write the whole address, such as https://example.com/errors")
    return value


def one_of(table: Table, key: str, value: str | None, known: tuple[str, ...]) -> None:
    """Complain about a value that is none of the known ones; None is no value."""
    if value is not None and value not in known:
        raise table.fail(key, f"{value!r} is unknown", f"write one of {', '.join(known)}")


def read_types(table: Table, key: str) -> tuple[str, ...]:
    """Names of JSON types."""
    types = table.texts(key)
    for name in types:
        if name not in JSON_TYPES:
            raise table.fail(key, f"{name!r} is not a JSON type", f"write one of {', '.join(JSON_TYPES)}")
    return types


def read_envelope(table: Table, page: str) -> Envelope:
    """`[[envelopes]]`."""
    media = table.text_of("media", "json")
    one_of(table, "media", media, MEDIA)
    places = table.table("properties")
    envelope = Envelope(
        id=read_name(table, "id"),
        media=media,
        properties=tuple(_property(places, pointer) for pointer in places.data) if places else (),
        open=table.flag("open"),
        description=table.text_of("description", ""),
        source=Source(page, table.text_of("section", "")),
    )
    table.done()
    return envelope


def _property(places: Table, pointer: str) -> Property:
    if not _POINTER.fullmatch(pointer):
        raise places.fail(pointer, "is not a JSON Pointer", 'start it with /, such as "/error/code"')
    item = places.table(pointer)
    assert item is not None  # `pointer` is one of the table's own keys
    field = item.optional("field")
    one_of(item, "field", field, FIELDS)
    null = item.flag("null")  # TOML has no null of its own
    place = Property(
        pointer=pointer,
        types=read_types(item, "types") or ("null",) * null,
        field=field,
        required=item.flag("required", True),
        const=(None,) if null else _const(item),
        reading=item.flag("reading"),
        description=item.text_of("description", ""),
    )
    item.done()
    return place


def _const(item: Table) -> tuple[Scalar, ...]:
    value: Any = item.get("const")
    if value is None:
        return ()
    values = tuple(value) if isinstance(value, list) else (value,)
    if not all(isinstance(v, (str, int, float)) for v in values):
        raise item.fail("const", "must be a string, a number or a boolean, or a list of them", "mend the value")
    return values


def read_steps(table: Table) -> tuple[Step, ...]:
    """`steps` of a case, a rule or an advice."""
    return tuple(_step(item) for item in table.tables("steps"))


def _step(item: Table) -> Step:
    then = item.optional("then")
    one_of(item, "then", then, THEN)
    step = Step(
        actor=item.choice("actor", Actor) if "actor" in item.data else None,
        action=item.optional("action"),
        wait=_wait(item.table("wait")),
        then=then,
        schedule=item.numbers("schedule"),
        role=item.optional("role"),
        remedy=item.flag("remedy", True),
    )
    if step.schedule and then != "resend":
        raise item.fail("schedule", "needs `then` beside it", 'add `then = "resend"`')
    if not (step.action or step.then or step.wait):
        raise item.fail("", "says nothing", "give `action`, `wait` or `then`")
    item.done()
    return step


def _wait(table: Table | None) -> Wait | None:
    if table is None:
        return None
    wait = Wait(
        seconds=table.number("seconds"),
        upto=table.number("upto"),
        calendar=table.optional("calendar"),
        period=table.number("period"),
        words=table.optional("words"),
    )
    if wait.upto is not None and (wait.seconds is None or wait.upto < wait.seconds):
        raise table.fail("upto", "needs a smaller `seconds` beside it", "write the lower end as `seconds`")
    if wait.period is not None and wait.calendar is None:
        raise table.fail("period", "needs `calendar` beside it", "say which period that is")
    if wait.seconds is not None and wait.calendar is not None:
        raise table.fail("calendar", "cannot stand beside `seconds`", "keep the one that the page states")
    table.done()
    if wait == Wait():
        raise table.fail("", "says nothing", "give `seconds`, `calendar` or `words`")
    return wait


def read_rule(table: Table, page: str) -> Rule:
    """`[[rules]]`."""
    statuses = table.get("statuses")
    if not (isinstance(statuses, list) and len(statuses) == 2 and all(type(s) is int for s in statuses)):
        raise table.fail("statuses", "must be the first and the last HTTP status", "write it as [500, 509]")
    rule = Rule(
        id=table.text_of("id"),
        first=statuses[0],
        last=statuses[1],
        steps=read_steps(table),
        source=Source(page, table.text_of("section")),
        reading=table.flag("reading"),
        note=table.text_of("note", ""),
    )
    if not any(step.then for step in rule.steps):
        raise table.fail("steps", "does not say what happens with the request", 'add `then = "stop"`, say, to one')
    table.done()
    return rule


def read_advice(table: Table, page: str) -> Advice:
    """`[[advices]]`: the policy hangs on this value, whatever the code."""
    advice = Advice(
        value=table.text_of("value"),
        meaning=table.text_of("meaning"),
        policy=replace(resolve(read_steps(table), None, None), basis=Basis.ADVICE),
        source=Source(page, table.text_of("section")),
    )
    table.done()
    return advice


def read_unknown_advice(top: Table, inherited: Policy) -> Policy:
    """`[unknown_advice]`: what an advice value that the page does not have allows."""
    table = top.table("unknown_advice")
    if table is None:
        return inherited
    policy = resolve(read_steps(table), None, None)
    table.done()
    return policy
