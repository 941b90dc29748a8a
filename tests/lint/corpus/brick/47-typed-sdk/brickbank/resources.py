from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Iterator, TypeVar

from ._transport import Transport

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: tuple[T, ...]
    last: bool


@dataclass(frozen=True, slots=True)
class Account:
    account_id: str
    brand: str
    kind: str

    @classmethod
    def decode(cls, raw: dict[str, Any]) -> Account:
        return cls(raw["accountId"], raw.get("brandName", ""), raw.get("type", ""))


def _page(raw: dict[str, Any]) -> Page[Account]:
    items = tuple(map(Account.decode, raw.get("data", ())))
    return Page(items, last="next" not in raw.get("links", {}))


class Accounts:
    def __init__(self, transport: Transport, consent_id: str) -> None:
        self._transport = transport
        self._consent_id = consent_id

    def page(self, number: int) -> Page[Account]:
        return self._transport.get("/accounts/v2/accounts", _page, consentId=self._consent_id, page=number)

    def __iter__(self) -> Iterator[Account]:
        number, last = 0, False
        while not last:
            number += 1
            page = self.page(number)
            last = page.last
            yield from page.items
