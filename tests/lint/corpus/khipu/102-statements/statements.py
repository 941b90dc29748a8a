"""Monthly statements through Khipu, with a deadline for the caller and an outbox for the rest."""
from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

from contract import Advice, AskUser, Envelope, ErrorObject, Failure, Later, Movements, NotPublished, Outcome, Query

FOUR_HOURS = timedelta(hours=4)


def utcnow() -> datetime:
    return datetime.now(timezone.utc)


@dataclass(slots=True)
class Outbox:
    """Queries that wait for their time; a cron job calls `due`."""

    pending: list[tuple[datetime, Query]] = field(default_factory=list)

    def put(self, at: datetime, query: Query) -> None:
        self.pending.append((at, query))

    def due(self, now: datetime) -> Iterator[Query]:
        ready = [entry for entry in self.pending if entry[0] <= now]
        for entry in ready:
            self.pending.remove(entry)
            yield entry[1]


@dataclass(frozen=True, slots=True)
class Deadline:
    at: datetime
    clock: Callable[[], datetime]

    @property
    def left(self) -> float:
        return (self.at - self.clock()).total_seconds()


class Statements:
    RESENDS = 2

    def __init__(
        self,
        api_key: str,
        outbox: Outbox,
        base_url: str = "https://api.khipu.com",
        clock: Callable[[], datetime] = utcnow,
    ) -> None:
        self._headers = {"x-api-key": api_key, "Content-Type": "application/json"}
        self._url = urlsplit(base_url)
        self._outbox = outbox
        self._clock = clock

    def _send(self, query: Query, timeout: float) -> Envelope:
        kind = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        conn = kind(self._url.netloc, timeout=timeout)
        payload = {"Username": query.rut, "Password": query.password, "Year": query.year, "Month": query.month}
        try:
            conn.request("POST", "/v1/cl/banks/bancoestado.cl/movements", json.dumps(payload), self._headers)
            return json.loads(conn.getresponse().read())
        finally:
            conn.close()

    def fetch(self, query: Query, *, within: timedelta = timedelta(minutes=3)) -> Outcome:
        deadline = Deadline(self._clock() + within, self._clock)
        resends = self.RESENDS
        while True:
            envelope = self._send(query, timeout=max(deadline.left, 1.0))
            error = envelope["Error"]
            if envelope["Status"] == "OK" or error is None:
                return Movements(tuple(envelope["Data"]))
            if error["Type"] == Advice.RETRY_IMMEDIATELY and resends > 0 and deadline.left > 0:
                resends -= 1
                continue
            return self._settle(query, error)

    def _settle(self, query: Query, error: ErrorObject) -> Outcome:
        match error:
            case {"Type": Advice.WAIT_4_HOURS, "Code": code}:
                at = self._clock() + FOUR_HOURS
                self._outbox.put(at, query)
                return Later(code, at)
            case {"Code": str(code), "Description": text} if code.startswith("E1"):
                return AskUser(code, text)
            case {"Code": str(code)} if code.startswith("E3"):
                return NotPublished(code)
            case {"Code": code, "Type": advice, "Description": text}:
                return Failure(code, advice, text)
            case _:
                raise ValueError(f"not a Khipu error object: {error!r}")

    def work(self) -> list[Outcome]:
        return [self.fetch(query) for query in self._outbox.due(self._clock())]
