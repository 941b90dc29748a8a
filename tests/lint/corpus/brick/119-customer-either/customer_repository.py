"""Registration data of a customer at another institution."""
from __future__ import annotations

from enum import Enum
from typing import Any

import requests

from either import Either, Left, Right


class DataError(Enum):
    REFUSED = "the institution refused the request"
    UNAVAILABLE = "the institution is not available"

    @classmethod
    def for_status(cls, status: int) -> "DataError":
        return cls.REFUSED if status < 500 else cls.UNAVAILABLE


class CustomerRepository:
    PATH = "/data/customers/v2/personal/identifications"

    def __init__(self, session: requests.Session, base_url: str = "https://api.brickbank.example") -> None:
        self._session = session
        self._base_url = base_url

    def identifications(self, consent_id: str) -> Either[DataError, list[dict[str, Any]]]:
        response = self._session.get(
            self._base_url + self.PATH,
            headers={"x-consent-id": consent_id},
            timeout=25,
        )
        if not response.ok:
            return Left(DataError.for_status(response.status_code))
        return Right(response.json().get("data") or [])
