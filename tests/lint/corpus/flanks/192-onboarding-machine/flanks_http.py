from __future__ import annotations

from typing import Any

import attrs
import httpx

from stages import Signal

PRODUCTION = "https://api.flanks.io"


@attrs.frozen
class Heard:
    """One reply, reduced to what the machine needs."""

    status: int
    signal: Signal
    error_code: int | None
    body: dict[str, Any] = attrs.field(repr=False)


def hear(response: httpx.Response) -> Heard:
    try:
        body = response.json()
    except ValueError:
        body = {"error": response.text[:300]}
    if not isinstance(body, dict):
        body = {"error": "not an object"}
    code = body.get("error_code")
    if code is None and response.status_code != httpx.codes.OK:
        return Heard(response.status_code, Signal.OTHER, None, body)
    return Heard(response.status_code, Signal(code), code, body)


class FlanksHttp:
    def __init__(self, access_token: str, base_url: str = PRODUCTION) -> None:
        self._client = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {access_token}"},
            timeout=httpx.Timeout(30, connect=5),
            transport=httpx.HTTPTransport(retries=0),
        )

    def read(self, product: str, credentials_token: str) -> Heard:
        return hear(self._client.post(f"/v0/bank/{product}", json={"credentials_token": credentials_token}))
