from __future__ import annotations

import httpx


class SynapseFault(Exception):
    def __init__(self, http_code: str, error_code: str, text: str):
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code, self.error_code, self.text = http_code, error_code, text

    @property
    def pair(self) -> tuple[str, str]:
        return self.http_code, self.error_code


async def raise_on_fault(response: httpx.Response) -> None:
    """httpx response hook"""
    if response.is_success:
        return
    await response.aread()
    try:
        body = response.json()
    except ValueError:
        raise SynapseFault(str(response.status_code), "", response.text[:200]) from None
    texts = body.get("error") or {}
    raise SynapseFault(
        str(body.get("http_code", response.status_code)),
        str(body.get("error_code", "")),
        texts.get("en", "") if isinstance(texts, dict) else str(texts),
    )
