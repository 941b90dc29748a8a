"""Hypothesis strategies of documented replies. The only module of errpact that imports hypothesis.

`from_contract` and `from_case` are for your own `@given`; the plugin draws from `examples`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

from ..contracts import Contract, Kind, Point, Property, Reply, UnknownCase
from . import bodies, cases
from .examples import Example, Script
from .plans import Plan, carries_data, guesses

# An explicit alphabet: hypothesis would build (and write) a table of all of Unicode otherwise.
ALPHABET: Final = "abcXYZ019 _-.:/\\\"'<>{}[]%&\n\tçãéñüß–«漢字\u200b\u202e🏦"
EXTRAS: Final[tuple[dict[str, Any], ...]] = (
    {},
    {bodies.EXTRA_FIELD: {"nested": [1, None]}},
    {"traceId": "0af7651916cd43dd"},
    {"x-request-id": 7, "メモ": None},
)
"""Fields that nobody documents; canned, for drawing them costs more than they are worth."""
_TEXT: Final = st.text(ALPHABET, min_size=1, max_size=20)
_TEXTS: Final = 10
"""Free texts for so many odd or documented ones, of which there are few: each alike costs a run and tells nothing."""
_ODD: Final = ("0", "null", "OK", "success", bodies.LONG)
_SCALARS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "string": _TEXT,
    "integer": st.integers(0, 10**9),
    "number": st.integers(0, 10**6).map(lambda n: n / 4),
    "boolean": st.booleans(),
    "null": st.none(),
    "object": st.dictionaries(st.sampled_from(("a", "b", "key")), _TEXT, max_size=2),
    "array": st.lists(_TEXT, max_size=2),
}
_EXTRA: Final = st.sampled_from(EXTRAS)
_SHOWN: Final = st.integers(0, 3)
"""0 leaves an optional place out: seldom, for the more there is, the more examples differ."""
_BOOLEAN: Final = st.booleans()


def from_contract(
    provider: str | Contract,
    *,
    surface: str | None = None,
    codes: Sequence[Any] | None = None,
    kinds: Sequence[str] | None = None,
    method: str | None = None,
    channel: str = "reply",
) -> st.SearchStrategy[Reply]:
    """Replies of a provider's documented cases: status, headers and JSON body.

    provider: a name, or a Contract. The rest selects cases as the marker does; nothing off the contract is drawn.
    Raises UnknownProvider, UnknownCase or InvalidArgument at once.
    """
    chosen = cases.select(
        provider, surface=surface, codes=codes, kinds=kinds, method=method, channel=channel, off=False
    )
    return st.one_of([_replies(plan) for plan in chosen])


def from_case(case_id: str, *, contract: Contract | None = None) -> st.SearchStrategy[Reply]:
    """Replies of one case, by its id (`khipu:main:E100-E199+DO_NOT_RETRY`). Raises UnknownProvider or UnknownCase."""
    owner = contract or cases.contract_of(case_id.partition(":")[0])
    try:
        case = owner.case(case_id)
    except KeyError:
        raise UnknownCase(case_id, [c.id for c in owner.cases]) from None
    return _replies(Plan(case.id, owner, case))


def _replies(plan: Plan) -> st.SearchStrategy[Reply]:
    drawn = st.one_of([examples(plan, reading, (Script(),)) for reading in plan.readings])
    return drawn.map(lambda e: Reply(e.point.status, e.body, dict(e.headers)))


def examples(plan: Plan, reading: str | None, scripts: Sequence[Script]) -> st.SearchStrategy[Example]:
    """Examples of a plan under one reading; they shrink to the smallest body of the first point."""
    return _one_of([_of_point(plan.contract, point, reading, scripts) for point in plan.points(reading)])


def _one_of(options: Sequence[st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return options[0] if len(options) == 1 else st.one_of(options)


def _of_point(
    contract: Contract, point: Point, reading: str | None, scripts: Sequence[Script]
) -> st.SearchStrategy[Example]:
    """Examples of one point. What can only be one thing is not drawn, for each draw costs more than our own work."""
    guessed = guesses(point)
    envelope = point.envelope
    places = [p for p in (envelope.properties if envelope else ()) if bodies.pinned(point, p) is bodies.ABSENT]
    values = {p.pointer: _values(point, p) for p in places}
    optional = [p.pointer for p in places if not p.required]
    shown = bodies.always_shown(contract, envelope)
    extended = envelope is not None and envelope.media == "json"
    with_data = carries_data(point)
    script = st.sampled_from(list(scripts))

    @st.composite
    def drawn(draw: st.DrawFn) -> Example:
        left_out = {pointer for pointer in optional if draw(_SHOWN) == 0}
        chosen = {pointer: draw(value) for pointer, value in values.items() if pointer not in left_out}
        body = bodies.compose(point, lambda place: chosen.get(place.pointer, bodies.ABSENT))
        if extended:
            more = draw(_EXTRA)
            body = {**more, **body} if isinstance(body, dict) else body
        return Example(
            point,
            body,
            script=draw(script) if len(scripts) > 1 else scripts[0],
            data=with_data and draw(_BOOLEAN),
            reading=reading,
            # That what is always shown may be missing is a guess.
            guessed=guessed if shown.isdisjoint(left_out) else (*guessed, "fields"),
        )

    return drawn()


def _values(point: Point, place: Property) -> st.SearchStrategy[Any]:
    """What may stand at a place: documented constants and strings, else anything of its types; never another case's
    code."""
    if place.const:
        return st.sampled_from(list(place.const))
    documented = bodies.documented_strings(point.case, place) if point.kind is not Kind.SUCCESS else ()
    wording = _wording(documented) if documented or place.field == "message" else _TEXT
    options = [wording if kind == "string" else _SCALARS[kind] for kind in bodies.types_of(place)]
    if place.field == "code":
        # The case has no code; an empty one is all that the page shows here.
        options = [st.just("")] if "string" in bodies.types_of(place) else [st.none()]
    return _one_of(options)


def _wording(documented: Sequence[str]) -> st.SearchStrategy[str]:
    """Texts for people. The plainest first: examples shrink to it. Odd and documented ones now and then."""

    def chosen(number: int, text: str) -> str:
        if number < _TEXTS:
            return text
        if number < _TEXTS + len(_ODD):
            return _ODD[number - _TEXTS] + text[1:]
        return documented[number - _TEXTS - len(_ODD)]

    return st.builds(chosen, st.integers(0, _TEXTS + len(_ODD) + len(documented) - 1), _TEXT)
