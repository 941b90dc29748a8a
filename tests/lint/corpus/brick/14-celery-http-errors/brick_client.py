from __future__ import annotations

from typing import Any

import httpx


class BrickClient:
    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"response": [self._check]},
        )

    @staticmethod
    def _check(response: httpx.Response) -> None:
        response.read()
        response.raise_for_status()

    def balances(self, account_id: str, consent_id: str) -> dict[str, Any]:
        response = self._http.get(
            f"/data/accounts/{account_id}/balances", headers={"x-consent-id": consent_id}
        )
        if response.status_code == httpx.codes.ACCEPTED:
            raise RuntimeError(f"not finished: {response.text}")
        return response.json()["data"]
