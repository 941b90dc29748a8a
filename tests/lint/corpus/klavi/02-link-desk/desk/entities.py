from __future__ import annotations

import enum
from datetime import datetime
from typing import Iterable, Optional, Protocol

import attrs


class State(str, enum.Enum):
    NEW = "new"
    READY = "ready"
    INCOMPLETE = "incomplete"
    RESTING = "resting"
    WITH_USER = "with-user"
    WITH_SUPPORT = "with-support"


@attrs.frozen
class Link:
    id: str
    cpf: str
    state: State = State.NEW
    code: Optional[int] = None
    note: str = ""
    not_before: Optional[datetime] = None


class LinkRepository(Protocol):
    def get(self, link_id: str) -> Link: ...

    def put(self, link: Link) -> Link: ...

    def resting_until(self, moment: datetime) -> Iterable[Link]: ...
