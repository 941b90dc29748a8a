"""Shared types of the account sync."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class KhipuFailure(NamedTuple):
    """The three fields of the ``Error`` object."""

    code: str
    advice: str
    description: str


@dataclass(frozen=True, slots=True)
class Link:
    """A bank login stored by our customers."""

    link_id: int
    bank: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one link: exactly one of the two fields is set."""

    link_id: int
    accounts: list[dict[str, Any]] | None = None
    failure: KhipuFailure | None = None

    @property
    def ok(self) -> bool:
        """Whether the accounts were read."""
        return self.failure is None
