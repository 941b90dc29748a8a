from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import httpx

from errors import BrickProblem
from transport import PatientTransport


def _stamp(request: httpx.Request) -> None:
    request.headers.setdefault("x-fapi-interaction-id", str(uuid.uuid4()))


def _only_finished(response: httpx.Response) -> None:
    if response.status_code == httpx.codes.OK:
        return
    response.read()
    raise BrickProblem.from_response(response)


class AccountsGateway:
    def __init__(self, base_url: str, token: str, transport: httpx.BaseTransport | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            transport=PatientTransport(transport or httpx.HTTPTransport()),
            event_hooks={"request": [_stamp], "response": [_only_finished]},
            timeout=httpx.Timeout(30.0, connect=5.0),
        )

    def transactions(self, consent_id: str, account_id: str) -> Iterator[dict[str, Any]]:
        page, pages = 1, 1
        while page <= pages:
            body = self._http.get(
                f"/open-data/accounts/v2/accounts/{account_id}/transactions",
                params={"page": page, "page-size": 100},
                headers={"consent-id": consent_id},
            ).json()
            yield from body["data"]
            pages = int(body.get("meta", {}).get("totalPages", 1))
            page += 1

    def close(self) -> None:
        self._http.close()
