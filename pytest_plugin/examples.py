"""One example: the concrete reply that a client gets for a case, and by which script. Values only; JSON in and out."""

from __future__ import annotations

import base64
import json
import math
import time
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from ..contracts import Contract, Envelope, Point, Reply
from . import clock
from .actions import Action, Fault
from .bodies import merge


@dataclass(frozen=True, slots=True)
class Script:
    """How often the case is served: `times` times and then success, or for ever (None)."""

    times: int | None = None

    def __str__(self) -> str:
        return "always" if self.times is None else f"fail:{self.times}"

    @classmethod
    def parse(cls, text: str) -> Script:
        """`always` or `fail:N`. Raises ValueError."""
        if text == "always":
            return cls()
        word, _, number = text.partition(":")
        if word != "fail" or not number.isdigit() or int(number) < 1:
            raise ValueError(f"a script is `always` or `fail:N` with N from 1, not {text!r}")
        return cls(int(number))


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """A `Retry-After` header: seconds from the moment of the reply, said as a number or as a date."""

    seconds: float
    as_date: bool = False

    def text(self) -> str:
        """What the header says in a reply that is sent now."""
        if not self.as_date:
            return str(math.ceil(self.seconds))
        current = clock.active()
        # Dates have whole seconds: the next one, lest the client may come early.
        return formatdate(math.ceil((current.wall() if current else time.time()) + self.seconds), usegmt=True)


@dataclass(frozen=True, slots=True)
class Example:
    """What one run of the client is served.

    point: the reply class. body: JSON value, or bytes that are sent as they are. headers: further headers. data: put
    the consumer's success data under the body (results that are partial or pending may carry it). reading: the JSON
    type that codes are read as, None where documented. retry_after: a header that is made for each reply.
    """

    point: Point
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()
    script: Script = Script()
    fault: Fault | None = None
    data: bool = False
    reading: str | None = None
    guessed: tuple[str, ...] = field(default=())
    retry_after: RetryAfter | None = None

    @property
    def key(self) -> tuple[Hashable, ...]:
        """Equal for examples that a client cannot tell apart and that are judged alike."""
        status, envelope = self.point.status, self.point.envelope
        told = (repr(self.body), self.headers, self.script, self.fault, self.data, self.retry_after)
        return (status, envelope and envelope.id, self.point.code, self.point.advice, self.guessed, self.reading, *told)

    def action(self, success: Any = None) -> Action:
        """The answer for the server, made now."""
        body = merge(success, self.body) if self.data and isinstance(success, (dict, list)) else self.body
        headers = dict(self.headers)
        if self.retry_after is not None:
            headers["Retry-After"] = self.retry_after.text()
        return Action(Reply(self.point.status, body, headers), "case", self.fault)

    def to_json(self) -> dict[str, Any]:
        """Independent of hypothesis and of Python."""
        raw = isinstance(self.body, bytes)
        return {
            "status": self.point.status,
            "headers": [list(pair) for pair in self.headers],
            "body": base64.b64encode(self.body).decode() if raw else self.body,
            "encoding": "base64" if raw else "json",
            "script": str(self.script),
            "fault": self.fault,
            "data": self.data,
            "code": self.point.code,
            "advice": self.point.advice,
            "envelope": self.point.envelope.id if self.point.envelope else None,
            "reading": self.reading,
            "guessed": list(self.guessed),
            "retry_after": [self.retry_after.seconds, self.retry_after.as_date] if self.retry_after else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], contract: Contract, case_id: str) -> Example:
        """The example again. Raises KeyError or ValueError for what `to_json` did not write."""
        sort = case_id.partition(":off:")[2]
        envelope: Envelope | None = contract.envelope(data["envelope"]) if data["envelope"] else None
        guessed = tuple(data["guessed"])
        point = Point(
            case=None if sort else contract.case(case_id),
            status=int(data["status"]),
            envelope=envelope,
            code=data["code"],
            advice=data["advice"],
            off=sort or None,
            guessed=guessed,
        )
        raw = data["encoding"] == "base64"
        return cls(
            point=point,
            body=base64.b64decode(data["body"]) if raw else data["body"],
            headers=tuple((str(name), str(value)) for name, value in data["headers"]),
            script=Script.parse(data["script"]),
            fault=Fault(data["fault"]) if data["fault"] else None,
            data=bool(data["data"]),
            reading=data["reading"],
            guessed=guessed,
            retry_after=RetryAfter(*data["retry_after"]) if data.get("retry_after") else None,
        )

    def shown(self) -> str:
        """The body as failure texts show it: generated values only, cut where long."""
        if isinstance(self.body, bytes):
            text = repr(self.body)
        else:
            text = "no body" if self.body is None else json.dumps(self.body, ensure_ascii=True)
        text = text if len(text) <= 300 else f"{text[:297]}…"
        return f"{text} over your success data" if self.data else text
