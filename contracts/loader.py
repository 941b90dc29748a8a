"""Contract files → Contract. `parse` is pure; `load` and `load_path` read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any, Final

from .errors import InvalidContract, UnknownProvider
from .model import (
    Actor,
    Advice,
    Basis,
    Case,
    Change,
    Channel,
    Code,
    CodeRange,
    Contract,
    Envelope,
    Host,
    Kind,
    Policy,
    Property,
    Sample,
    Sdk,
    Source,
    Status,
    StatusUnspecified,
    Step,
    Surface,
    Wait,
)
from .policy import Rule, resolve
from .reader import Table, parse_toml

FORMAT: Final = 1
CAUSES: Final = ("credential", "request", "permission", "account")
JSON_TYPES: Final = ("string", "integer", "number", "boolean", "null", "object", "array")
MEDIA: Final = ("json", "none", "html")
FIELDS: Final = ("code", "advice", "message", "state", "status")
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
_RANGE: Final = re.compile(r"([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)")


def providers() -> tuple[str, ...]:
    """Names of the contracts that ship with errpact, sorted."""
    folder = resources.files(__package__ or "errpact.contracts") / "providers"
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


@functools.cache
def load(provider: str) -> Contract:
    """The contract of a provider that ships with errpact. Raises UnknownProvider."""
    if provider not in providers():
        raise UnknownProvider(provider, providers())
    file = resources.files(__package__ or "errpact.contracts") / "providers" / f"{provider}.toml"
    return parse(file.read_text(encoding="utf-8"), f"{provider}.toml")


def load_path(path: Path) -> Contract:
    """The contract in a file. Raises InvalidContract for what cannot be read or used."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as exc:
        raise InvalidContract(str(path), "", f"cannot be read: {exc.strerror}", "check the path") from None
    except UnicodeDecodeError:
        raise InvalidContract(str(path), "", "is not UTF-8", "save it as UTF-8") from None
    return parse(text, str(path))


def load_all(paths: Iterable[Path] = ()) -> dict[str, Contract]:
    """The shipped contracts and a user's own, by provider. A user's file may not take a shipped name by accident:
    it says `extends = "klavi"` to add to one.

    Raises InvalidContract.
    """
    contracts = {name: load(name) for name in providers()}
    for path in paths:
        contract = load_path(path)
        shipped = contracts.get(contract.provider)
        if shipped is not None and not contract.path.endswith("+"):
            raise InvalidContract(
                str(path),
                "provider",
                f"a contract named {contract.provider!r} exists already ({shipped.path})",
                f'choose another name, or write `extends = "{contract.provider}"` to add to it',
            )
        contracts[contract.provider] = replace(contract, path=str(path))
    return contracts


def parse(text: str, path: str = "<contract>") -> Contract:
    """A contract file's text → Contract. Raises InvalidContract with file, line, key and mend."""
    data = parse_toml(text, path)
    top = Table(data, path, text)
    base = _base(top)
    if top.get("format") != FORMAT:
        raise top.fail("format", f"must be {FORMAT}", f"write `format = {FORMAT}` (the version of this file format)")
    provider = base.provider if base else _name(top, "provider")
    page = top.text_of("page", base.page if base else None)
    envelopes = tuple(_envelope(t, page) for t in top.tables("envelopes"))
    surfaces = tuple(Surface(_name(t, "id"), t.text_of("description")) for t in top.tables("surfaces"))
    rules = tuple(_rule(t, page) for t in top.tables("rules"))
    advices = tuple(_advice(t, page) for t in top.tables("advices"))
    _unique(top, "surfaces", [s.id for s in surfaces])
    _unique(top, "envelopes", [e.id for e in envelopes])
    if base is not None:
        envelopes = (*(e for e in base.envelopes if e.id not in {x.id for x in envelopes}), *envelopes)
        surfaces = (*(s for s in base.surfaces if s.id not in {x.id for x in surfaces}), *surfaces)
        advices = (*(a for a in base.advices if a.value not in {x.value for x in advices}), *advices)
    if not surfaces:
        raise top.fail("surfaces", "is missing", 'add [[surfaces]] with id = "main" and a description')
    context = _Context(provider, page, surfaces, envelopes, advices, rules)
    cases = _numbered([c for t in top.tables("cases") for c in _cases(t, context)])
    if base is not None:
        changed = {c.id for c in cases}
        cases = (*(c for c in base.cases if c.id not in changed), *cases)
    if not cases:
        raise top.fail("cases", "is missing", "add at least one [[cases]]")
    contract = Contract(
        provider=provider,
        title=top.text_of("title", base.title if base else provider),
        version=top.text_of("contract_version"),
        page=page,
        surfaces=surfaces,
        envelopes=envelopes,
        cases=cases,
        advices=advices,
        unknown_advice=_unknown_advice(top),
        hosts=tuple(Host(t.text_of("host"), t.text_of("source")) for t in top.tables("hosts")) or _of(base, "hosts"),
        sdks=tuple(Sdk(t.text_of("distribution"), t.text_of("module"), t.text_of("source")) for t in top.tables("sdks"))
        or _of(base, "sdks"),
        code_types=_types(top, "code_types") or _of(base, "code_types"),
        errors_in_success=top.flag("errors_in_success", base.errors_in_success if base else False),
        changes=tuple(
            Change(t.text_of("version"), t.text_of("date"), t.text_of("summary")) for t in top.tables("changes")
        ),
        path=path + ("+" if base else ""),
    )
    top.done()
    return contract


def _base(top: Table) -> Contract | None:
    name = top.optional("extends")
    if name is None:
        return None
    try:
        return load(name)
    except UnknownProvider as exc:
        raise top.fail("extends", str(exc), "name a shipped contract") from None


def _of(base: Contract | None, name: str) -> tuple[Any, ...]:
    return tuple(getattr(base, name)) if base else ()


class _Context:
    """What a case needs to know of the rest of its file."""

    def __init__(
        self,
        provider: str,
        page: str,
        surfaces: tuple[Surface, ...],
        envelopes: tuple[Envelope, ...],
        advices: tuple[Advice, ...],
        rules: tuple[Rule, ...],
    ) -> None:
        self.provider = provider
        self.page = page
        self.surfaces = [s.id for s in surfaces]
        self.envelopes = [e.id for e in envelopes]
        self.advices = advices
        self.rules = rules


def _name(table: Table, key: str) -> str:
    value = table.text_of(key)
    if not _NAME.fullmatch(value):
        raise table.fail(key, f"{value!r} is not a name", "use lower-case letters, digits and hyphens")
    return value


def _unique(top: Table, key: str, names: list[str]) -> None:
    for number, name in enumerate(names):
        if name in names[:number]:
            raise top.fail(f"{key}[{number}]", f"{name!r} stands twice", "remove one or rename it")


def _types(table: Table, key: str) -> tuple[str, ...]:
    types = table.texts(key)
    for name in types:
        if name not in JSON_TYPES:
            raise table.fail(key, f"{name!r} is not a JSON type", f"write one of {', '.join(JSON_TYPES)}")
    return types


def _envelope(table: Table, page: str) -> Envelope:
    media = table.text_of("media", "json")
    if media not in MEDIA:
        raise table.fail("media", f"{media!r} is unknown", f"write one of {', '.join(MEDIA)}")
    places = table.table("properties")
    properties: list[Property] = []
    for pointer in places.data if places else ():
        assert places is not None
        item = places.table(pointer)
        assert item is not None
        if not pointer.startswith("/"):
            raise places.fail(pointer, "is not a JSON Pointer", 'start it with /, such as "/error/code"')
        field = item.optional("field")
        if field is not None and field not in FIELDS:
            raise item.fail("field", f"{field!r} is unknown", f"write one of {', '.join(FIELDS)}")
        null = item.flag("null")  # TOML has no null of its own
        const = item.get("const")
        properties.append(
            Property(
                pointer=pointer,
                types=_types(item, "types") or ("null",) * null,
                field=field,
                required=item.flag("required", True),
                const=(None,) if null else () if const is None else tuple(const if isinstance(const, list) else [const]),
                reading=item.flag("reading"),
                description=item.text_of("description", ""),
            )
        )
        item.done()
    envelope = Envelope(
        id=_name(table, "id"),
        media=media,
        properties=tuple(properties),
        open=table.flag("open"),
        description=table.text_of("description", ""),
        source=Source(page, table.text_of("section", "")),
    )
    table.done()
    return envelope


def _wait(table: Table | None) -> Wait | None:
    if table is None:
        return None
    wait = Wait(
        seconds=table.number("seconds"),
        upto=table.number("upto"),
        calendar=table.optional("calendar"),
        words=table.optional("words"),
    )
    if wait.upto is not None and (wait.seconds is None or wait.upto < wait.seconds):
        raise table.fail("upto", "needs a smaller `seconds` beside it", "write the lower end as `seconds`")
    if wait == Wait():
        raise table.fail("", "says nothing", "give `seconds`, `calendar` or `words`")
    table.done()
    return wait


def _steps(table: Table) -> tuple[Step, ...]:
    steps: list[Step] = []
    for item in table.tables("steps"):
        then = item.optional("then")
        if then not in (None, "resend", "poll", "stop"):
            raise item.fail("then", f"{then!r} is unknown", "write resend, poll or stop, or leave it out")
        steps.append(
            Step(
                actor=item.choice("actor", Actor) if "actor" in item.data else None,
                action=item.optional("action"),
                wait=_wait(item.table("wait")),
                then=then,
                schedule=item.numbers("schedule"),
                role=item.optional("role"),
                remedy=item.flag("remedy", True),
            )
        )
        item.get("actor")
        item.done()
    return tuple(steps)


def _rule(table: Table, page: str) -> Rule:
    statuses = table.get("statuses")
    if not (isinstance(statuses, list) and len(statuses) == 2 and all(isinstance(s, int) for s in statuses)):
        raise table.fail("statuses", "must be the first and the last HTTP status", "write it as [500, 509]")
    rule = Rule(
        id=table.text_of("id"),
        first=statuses[0],
        last=statuses[1],
        steps=_steps(table),
        source=Source(page, table.text_of("section")),
        reading=table.flag("reading"),
        note=table.text_of("note", ""),
    )
    table.done()
    return rule


def _advice(table: Table, page: str) -> Advice:
    steps = _steps(table)
    advice = Advice(
        value=table.text_of("value"),
        meaning=table.text_of("meaning"),
        policy=replace(resolve(steps, None, None), basis=Basis.ADVICE),
        source=Source(page, table.text_of("section")),
    )
    table.done()
    return advice


def _unknown_advice(top: Table) -> Policy:
    table = top.table("unknown_advice")
    if table is None:
        return Policy()
    policy = resolve(_steps(table), None, None)
    table.done()
    return policy


def _code(table: Table) -> Code | None:
    value = table.get("code")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise table.fail("code", "must be a string or an integer", "write it as the provider sends it")
    if value == "":
        raise table.fail("code", "is empty", "leave `code` out where the body has none")
    if not table.flag("range"):
        return value
    match = _RANGE.fullmatch(str(value))
    if match is None or match[1] != match[3] or len(match[2]) != len(match[4]) or match[2] >= match[4]:
        raise table.fail("code", f"{value!r} is not a range", "write it as E100-E199, smaller end first")
    return CodeRange(match[1] + match[2], match[3] + match[4], table.flag("range_reading"))


def _status(table: Table) -> Status:
    value = table.get("status")
    if value is None:
        return StatusUnspecified.UNSPECIFIED
    if isinstance(value, str):
        return table.choice("status", StatusUnspecified)
    values = value if isinstance(value, list) else [value]
    for status in values:
        if isinstance(status, bool) or not isinstance(status, int) or not 100 <= status <= 599:
            raise table.fail("status", f"{status!r} is not an HTTP status", 'write 100 to 599, or "unspecified"')
    return tuple(values)


def _strings(table: Table) -> Mapping[str, tuple[str, ...]]:
    strings = table.table("strings")
    return {} if strings is None else {name: strings.texts(name) for name in strings.data}


def _samples(table: Table) -> tuple[Sample, ...]:
    samples: list[Sample] = []
    for item in table.tables("samples"):
        status = item.get("status")
        if status is not None and (isinstance(status, bool) or not isinstance(status, int)):
            raise item.fail("status", "must be an HTTP status", "write an integer or leave it out")
        if "json" in item.data:
            import json

            try:
                body = json.loads(item.text_of("json"))
            except ValueError as exc:
                raise item.fail("json", f"is not JSON: {exc}", "mend the sample") from None
        else:
            body = item.get("body")
        samples.append(Sample(status, body))
        item.done()
    return tuple(samples)


def _cases(table: Table, context: _Context) -> list[Case]:
    """One entry of the file → its cases: one, or one for each advice value where the advice carries the policy."""
    surface = table.text_of("surface", context.surfaces[0])
    if surface not in context.surfaces:
        raise table.fail("surface", f"{surface!r} is not a surface", f"write one of {', '.join(context.surfaces)}")
    envelopes = table.texts("envelopes")
    for name in envelopes:
        if name not in context.envelopes:
            raise table.fail(
                "envelopes", f"{name!r} is not an envelope", f"write some of {', '.join(context.envelopes)}"
            )
    cause = table.optional("cause")
    if cause is not None and cause not in CAUSES:
        raise table.fail("cause", f"{cause!r} is unknown", f"write one of {', '.join(CAUSES)}")
    kind = table.choice("kind", Kind)
    code, status = _code(table), _status(table)
    rule = next((r for r in context.rules if isinstance(status, tuple) and any(s in r for s in status)), None)
    allowed = table.optional("excepted_by")
    exception = next((r for r in context.rules if r.id == allowed), None)
    if allowed is not None and exception is None:
        raise table.fail("excepted_by", f"{allowed!r} is not a rule", "name one of [[rules]]")
    policy = resolve(_steps(table), rule, cause, exception)
    key = (
        table.text_of("key", "")
        or (code.text if isinstance(code, CodeRange) else str(code)) * (code is not None)
        or "no-code"
    )
    part = f"{status[0]}/" if isinstance(status, tuple) and len(status) == 1 else ""
    case = Case(
        id=f"{context.provider}:{surface}:{part}{key}",
        provider=context.provider,
        surface=surface,
        kind=kind,
        code=code,
        status=status,
        envelopes=envelopes,
        meaning=table.text_of("meaning"),
        policy=policy,
        source=Source(context.page if "page" not in table.data else table.text_of("page"), table.text_of("section")),
        name=table.optional("name"),
        channel=table.choice("channel", Channel, Channel.REPLY),
        methods=table.texts("methods"),
        strings=_strings(table),
        samples=_samples(table),
        aliases=table.texts("aliases"),
        status_reading=table.flag("status_reading"),
    )
    with_advice = table.flag("advice", bool(context.advices) and kind is Kind.ERROR and code is not None)
    table.done()
    if not with_advice:
        return [case]
    return [
        replace(case, id=f"{case.id}+{a.value}", advice=a.value, policy=a.policy, samples=_with_advice(case.samples, a))
        for a in context.advices
    ]


def _with_advice(samples: tuple[Sample, ...], advice: Advice) -> tuple[Sample, ...]:
    """The samples that carry this advice value somewhere."""
    return tuple(s for s in samples if advice.value in repr(s.body))


def _numbered(cases: list[Case]) -> tuple[Case, ...]:
    """Give the second, third… case of one id its `.n`."""
    count: dict[str, int] = {}
    numbered: list[Case] = []
    for case in cases:
        count[case.id] = count.get(case.id, 0) + 1
        suffix = f".{count[case.id]}" if count[case.id] > 1 else ""
        numbered.append(replace(case, id=case.id + suffix))
    return tuple(numbered)
