from __future__ import annotations

import httpx

from flanks.gateway import Gateway, Next


def screen(gateway: Gateway, credentials_token: str) -> dict[str, object]:
    step, body = gateway.overview(credentials_token)
    if step is not Next.SHOW:
        return {"state": step.value, "code": body.get("error_code")}
    return {"state": "ok", "total": body.get("total", 0)}


def production(token: str) -> Gateway:
    return Gateway(httpx.Client(base_url="https://api.flanks.io", headers={"Authorization": f"Bearer {token}"}))
