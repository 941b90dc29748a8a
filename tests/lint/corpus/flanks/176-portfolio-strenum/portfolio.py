"""Portfolio of a customer."""

from __future__ import annotations

from typing import Any, TypedDict

import aiohttp

from _codes import ErrorCode
from _errors import BankUnavailableError, ConnectionLostError, DataNotReadyError, ErrorDetails, FlanksError
from _retry import poll_on

BASE_URL = "https://api.flanks.io"


class Portfolio(TypedDict):
    """A portfolio as the dashboard expects it."""

    id: int
    positions: list[dict[str, Any]]


def to_error(status: int, body: dict[str, Any]) -> FlanksError:
    """Map a reply to the exception that describes it best."""
    details = ErrorDetails(status, body)
    match details.code:
        case ErrorCode.PROCESSING:
            return DataNotReadyError(details)
        case ErrorCode.CREDENTIALS_ERROR | ErrorCode.SCA_REQUIRED:
            return ConnectionLostError(details)
        case ErrorCode.BANK_ERROR:
            return BankUnavailableError(details)
        case _:
            return FlanksError(details)


class PortfolioClient:
    """Reads portfolios; polls while Flanks is still retrieving them."""

    def __init__(self, access_token: str, *, base_url: str = BASE_URL) -> None:
        self._headers = {"Authorization": f"Bearer {access_token}"}
        self._base_url = base_url

    @poll_on(DataNotReadyError, every=15.0, times=20)
    async def portfolios(self, credentials_token: str) -> list[Portfolio]:
        """Return the portfolios behind a credentials token."""
        async with (
            aiohttp.ClientSession(headers=self._headers) as session,
            session.post(
                f"{self._base_url}/v0/portfolio", json={"credentials_token": credentials_token}
            ) as response,
        ):
            body = await response.json(content_type=None)
            if response.status != 200 or "error" in body or "error_code" in body:
                raise to_error(response.status, body)
        return [Portfolio(id=row["id"], positions=row.get("positions") or []) for row in body["portfolios"]]
