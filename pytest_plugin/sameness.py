"""Which requests are one and the same, sent again. Pure.

Method, URL and body make a request. What is made anew for each attempt (the request's id, the time, a nonce, the number
of the attempt) makes no other one; a page, an account or a span of time does. Whether a value is made anew shows in the
run on the success reply: what that had already, or what a reply gave, is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from .actions import Hit
from .wire import Request

IDEMPOTENCY_KEY: Final = re.compile(r"idempoten", re.IGNORECASE)
_ATTEMPT: Final = re.compile(r"(attempt|retry)(s|no|number|count|id)?|retries|tries|.*idempoten.*")
"""Names, without case and signs, of what counts or ties together the attempts at one request."""
_MOMENT: Final = re.compile(
    r"nonce|(x?request)?timestamp|ts|iat|(sent|requested|attempted)at|request(time|datetime|date)"
)
"""Names of what says when a request is sent."""
_NAMED: Final = re.compile(r"x?(client)?(request|req|trace|span|correlation|message|msg)(id|uuid|guid)|jti")
"""Names of what tells one request from all others."""
_ASKED: Final = re.compile(
    r"from|to|since|until|start|end|begin|before|after|next|cursor|page|offset|continuation|date|day|month|period"
)
"""Words in names of what is asked for: another value makes another request, however it looks."""
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MADE: Final = re.compile(
    r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{16,}|[0-9A-HJKMNP-TV-Z]{26}"  # ids by chance
    r"|(?=\S*\d)(?=\S*[A-Za-z])[A-Za-z0-9_=-]{20,}"
    r"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\S*|1\d{9}(?:\.?\d{3,9})?",  # moments
    re.IGNORECASE,
)
_BOUNDARY: Final = re.compile(r'boundary="?([^";]+)')
Place = tuple[str, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """A request taken apart. place: method, length of the path, names. fields: name → text."""

    place: Place
    fields: dict[str, str]

    def without(self, names: Iterable[str]) -> Hashable:
        """What is left to compare."""
        out = set(names)
        return (self.place, tuple((name, text) for name, text in self.fields.items() if name not in out))


def parts(request: Request) -> Parts:
    """A request's path, query and body by names: `path/1`, `?page`, `/rows/0/id`."""
    path, _, query = request.target.partition("?")
    segments = path.split("/")
    found = [*((f"path/{number}", segment) for number, segment in enumerate(segments))]
    found += [(f"?{name}", text) for name, text in parse_qsl(query, keep_blank_values=True)]
    found += _body(request)
    fields: dict[str, str] = {}
    for name, text in found:
        fields[name if name not in fields else f"{name}#{len(fields)}"] = text
    return Parts((request.method, len(segments), tuple(fields)), fields)


def _body(request: Request) -> Iterator[tuple[str, str]]:
    kind, body = request.header("content-type") or "", request.body
    if body[:1] in (b"{", b"["):
        try:
            yield from _leaves(json.loads(body), "")
            return
        except (ValueError, RecursionError):
            pass
    if "form-urlencoded" in kind:
        yield from ((f"/{name}", text) for name, text in parse_qsl(body.decode("latin-1"), keep_blank_values=True))
        return
    boundary = _BOUNDARY.search(kind)
    # A multipart body is cut at a line that is another one each time.
    yield "body", (body.replace(boundary[1].encode("latin-1"), b"") if boundary else body).decode("latin-1")


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not items:
        yield path, json.dumps(value) if not isinstance(value, str) else value
    for name, part in items:
        yield from _leaves(part, f"{path}/{name}")


@dataclass(frozen=True, slots=True)
class Group:
    """Requests that are the same, by their numbers. renewed: what they differ in, if only a guess says that it is made
    anew for each attempt."""

    numbers: tuple[int, ...]
    renewed: tuple[str, ...] = ()


def groups(hits: Sequence[Hit], earlier: Sequence[Hit] = ()) -> list[Group]:
    """The requests that are the same, first those that surely are, then larger groups of those that may be. earlier:
    the requests of another run of the same call."""
    if len({hit.request.key for hit in hits}) < 2:
        return [Group(tuple(range(len(hits))))] if hits else []
    taken = [parts(hit.request) for hit in hits]
    past = [parts(hit.request) for hit in earlier]
    served = "\n".join(str(hit.action.reply.body) for hit in (*hits, *earlier))
    sure: dict[Hashable, list[int]] = {}
    perhaps: dict[Hashable, list[int]] = {}
    names: dict[Hashable, tuple[str, ...]] = {}
    for place in dict.fromkeys(one.place for one in taken):
        numbers = [number for number, one in enumerate(taken) if one.place == place]
        alike = [taken[number] for number in numbers]
        before = [one for one in past if one.place == place]
        varying = [n for n in place[2] if len({one.fields[n] for one in alike}) > 1]
        levels = {name: _made_anew(name, alike, before, served) for name in varying}
        stamps = [name for name in varying if levels[name] is True]
        guessed = tuple(name for name in varying if levels[name] is None)
        for number in numbers:
            sure.setdefault(taken[number].without(stamps), []).append(number)
            key = taken[number].without((*stamps, *guessed))
            perhaps.setdefault(key, []).append(number)
            names[key] = guessed
    certain = [Group(tuple(numbers)) for numbers in sure.values()]
    known = {group.numbers for group in certain}
    return certain + [Group(tuple(n), names[key]) for key, n in perhaps.items() if tuple(n) not in known]


def _made_anew(name: str, alike: Sequence[Parts], before: Sequence[Parts], served: str) -> bool | None:
    """Whether what differs between requests is made for each attempt: surely, surely not, or (None) as it looks."""
    texts = {one.fields[name] for one in alike}
    words = _WORD.findall(name.partition("#")[0].rpartition("/")[2])
    bare = "".join(words).lower()
    if _ATTEMPT.fullmatch(bare):
        return True
    if texts <= {one.fields[name] for one in before} or any(text and text in served for text in texts):
        return False  # given, not made
    if _MOMENT.fullmatch(bare) or _NAMED.fullmatch(bare):
        return True if before else None
    looks = all(_MADE.fullmatch(text) for text in texts) and len(texts) == len(alike)
    if looks and before and not any(_ASKED.fullmatch(word.lower()) for word in words):
        return None
    return False


def shown(name: str) -> str:
    """A field's name as it may be printed: not where it may be somebody's data."""
    if name.startswith("path/"):
        return "the path"
    last = name.partition("#")[0].lstrip("?").rpartition("/")[2]
    return f"`{last}`" if re.fullmatch(r"[A-Za-z_][A-Za-z_-]{0,40}", last) else "a field"


def idempotency_keys(request: Request) -> tuple[str, ...]:
    """The idempotency keys of a request, in headers, query and body."""
    headers = [text for name, text in sorted(request.headers.items()) if IDEMPOTENCY_KEY.search(name)]
    fields = [text for name, text in sorted(parts(request).fields.items()) if IDEMPOTENCY_KEY.search(name)]
    return (*headers, *(text for text in fields if not text.startswith("path")))
