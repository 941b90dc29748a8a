from __future__ import annotations

from typing import Any

import httpx


class FlanksRefused(Exception):
    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        super().__init__(f"{response.request.url.path}: HTTP {response.status_code}: {response.text[:300]}")


class NotReadable(FlanksRefused):
    """Not the JSON that was expected."""


def check(response: httpx.Response) -> dict[str, Any]:
    """Body of a good reply; raises for all others."""
    try:
        body = response.json()
    except ValueError as exc:
        raise NotReadable(response) from exc
    if response.status_code != 200 or body.get("error_code"):
        raise FlanksRefused(response)
    return body
