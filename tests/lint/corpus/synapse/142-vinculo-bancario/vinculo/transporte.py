from __future__ import annotations

import httpx

from .errors import SynapseFault
from .schema import ErrorBody


class UserAuth(httpx.Auth):
    def __init__(self, client_id: str, client_secret: str, fingerprint: str, user_key: str) -> None:
        self._headers = {
            "X-SP-GATEWAY": f"{client_id}|{client_secret}",
            "X-SP-USER": f"{user_key}|{fingerprint}",
            "X-SP-USER-IP": "127.0.0.1",
        }

    def auth_flow(self, request: httpx.Request):
        request.headers.update(self._headers)
        yield request


async def _levantar(resp: httpx.Response) -> None:
    if resp.status_code < 400:
        return
    raw = await resp.aread()
    raise SynapseFault.from_reply(resp.status_code, ErrorBody.model_validate_json(raw))


def abrir(base_url: str, auth: httpx.Auth) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=base_url,
        auth=auth,
        timeout=httpx.Timeout(90, connect=5),
        transport=httpx.AsyncHTTPTransport(retries=2),
        event_hooks={"response": [_levantar]},
    )
