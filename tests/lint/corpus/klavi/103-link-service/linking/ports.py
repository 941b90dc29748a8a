from __future__ import annotations

from datetime import datetime
from typing import Protocol

from .domain import LinkRequest


class Answer(Protocol):
    @property
    def code(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def connection_id(self) -> str: ...


class Aggregator(Protocol):
    def connect(self, request: LinkRequest) -> Answer: ...


class Clock(Protocol):
    def now(self) -> datetime: ...


class Agenda(Protocol):
    def put(self, request: LinkRequest, at: datetime) -> None: ...
