from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Generic, Protocol, TypeVar


class Requester(Protocol):
    def _request(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Account:
    id: str
    brand: str
    number: str
    balance: Decimal | None

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Account:
        balance = raw.get("balance")
        return cls(
            id=raw["accountId"],
            brand=raw.get("brandName", ""),
            number=raw.get("number", ""),
            balance=None if balance is None else Decimal(str(balance)),
        )


@dataclass(frozen=True)
class Consent:
    id: str
    status: str

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Consent:
        return cls(raw["consentId"], raw["status"])


M = TypeVar("M", Account, Consent)


class Resource(Generic[M]):
    path: ClassVar[str]

    def __init__(self, client: Requester) -> None:
        self._client = client


class Accounts(Resource[Account]):
    path = "/data/accounts"

    def list(self, consent_id: str, *, page: int = 1, page_size: int = 50) -> tuple[list[Account], int]:
        """One page and the number of pages."""
        reply = self._client._request(
            "GET", self.path, params={"page": page, "page-size": page_size}, consent_id=consent_id
        )
        total = reply.get("meta", {}).get("totalPages", 1)
        return [Account.from_json(raw) for raw in reply["data"]], total

    def iterate(self, consent_id: str) -> Iterator[Account]:
        page = pages = 1
        while page <= pages:
            rows, pages = self.list(consent_id, page=page)
            yield from rows
            page += 1


class Consents(Resource[Consent]):
    path = "/data/consents"

    def get(self, consent_id: str) -> Consent:
        return Consent.from_json(self._client._request("GET", f"{self.path}/{consent_id}")["data"])
