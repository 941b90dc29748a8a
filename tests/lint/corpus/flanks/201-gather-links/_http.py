from __future__ import annotations

from typing import Any

import httpx

from errors import FlanksError, NotReadable

PRODUCTION = "https://api.flanks.io"


class FlanksHttp:
    """Thin layer: returns the JSON of a 200 without error_code, raises for everything else."""

    def __init__(self, access_token: str, base_url: str = PRODUCTION) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {access_token}"},
            timeout=httpx.Timeout(30.0, connect=5.0),
            limits=httpx.Limits(max_connections=10),
        )

    async def __aenter__(self) -> FlanksHttp:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self._client.aclose()

    async def post(self, path: str, **fields: Any) -> Any:
        response = await self._client.post(path, json=fields)
        try:
            body = response.json()
        except ValueError as exc:
            raise NotReadable(response.status_code, response.text[:200]) from exc
        code = body.get("error_code") if isinstance(body, dict) else None
        if response.status_code == 200 and code is None:
            return body
        text = body.get("error") or body.get("message") or "" if isinstance(body, dict) else ""
        raise FlanksError.build(response.status_code, code, text)
