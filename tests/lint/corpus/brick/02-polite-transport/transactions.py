from __future__ import annotations

from collections.abc import Callable

import httpx

from results import Accepted, Page, Refused, read
from transport import PoliteTransport

FIVE_MINUTES = 300


class Transactions:
    def __init__(self, base_url: str, token: Callable[[], str], sleep: Callable[[float], None]) -> None:
        self._sleep = sleep
        self._token = token
        self._http = httpx.Client(
            base_url=base_url,
            transport=PoliteTransport(httpx.HTTPTransport(retries=2), sleep),
            timeout=30,
        )

    def of(self, account: str, day: str) -> Page | Accepted | Refused:
        for pause in (FIVE_MINUTES, 2 * FIVE_MINUTES, None):
            result = self._once(account, day)
            match result:
                case Refused(elsewhere=True) if pause is not None:
                    self._sleep(pause)
                case _:
                    return result
        raise AssertionError

    def _once(self, account: str, day: str) -> Page | Accepted | Refused:
        resp = self._http.get(
            f"/open-banking/accounts/v2/accounts/{account}/transactions",
            params={"fromBookingDate": day, "toBookingDate": day},
            headers={"Authorization": f"Bearer {self._token()}"},
        )
        return read(resp.status_code, resp.json() if resp.content else {})
