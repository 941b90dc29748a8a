from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Union


@dataclass(frozen=True)
class Linked:
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """The bank wants something else first; show it and call `answer`."""

    access_token: str
    text: str
    error_code: str


@dataclass(frozen=True)
class Rejected:
    http_code: str
    error_code: str
    body: dict[str, Any] = field(repr=False)

    @property
    def locked(self) -> bool:
        return (self.http_code, self.error_code) == ("402", "500")

    @property
    def no_ach(self) -> bool:
        return (self.http_code, self.error_code) == ("402", "460")


LinkResult = Union[Linked, Question, Rejected]
