from __future__ import annotations

from typing import Any

import httpx
import stamina

from errors import error_from, is_server_side


def _body(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return response.text


class BrickClient:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @stamina.retry(
        on=is_server_side,
        attempts=6,
        timeout=None,
        wait_initial=3.0,
        wait_max=48.0,
        wait_jitter=0.0,
        wait_exp_base=2,
    )
    async def get(self, path: str, *, consent_id: str, page: int = 1) -> dict[str, Any]:
        response = await self._http.get(
            path,
            params={"page": page, "page-size": 100},
            headers={"x-consent-id": consent_id},
        )
        body = _body(response)
        if response.status_code == httpx.codes.OK:
            return body
        raise error_from(response.status_code, body)


def open_http(base_url: str, token: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=base_url,
        headers={"Authorization": f"Bearer {token}"},
        timeout=httpx.Timeout(30.0, connect=5.0),
    )
