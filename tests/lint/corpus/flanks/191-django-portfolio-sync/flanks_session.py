"""requests session for Flanks; every reply that is not a plain 200 becomes an exception."""
from typing import Any

import requests


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, error_code {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


def raise_for_flanks(response: requests.Response, *args: Any, **kwargs: Any) -> requests.Response:
    try:
        body = response.json()
    except ValueError:
        raise FlanksError(response.status_code, None, response.text[:200]) from None
    code = body.get("error_code") if isinstance(body, dict) else None
    if response.status_code == requests.codes.ok and code is None:
        return response
    text = body.get("error") or body.get("message") or "" if isinstance(body, dict) else ""
    raise FlanksError(response.status_code, code, text)


class FlanksSession(requests.Session):
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        super().__init__()
        self.base_url = base_url
        self.headers["Authorization"] = f"Bearer {access_token}"
        self.hooks["response"].append(raise_for_flanks)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", 30)
        return super().request(method, self.base_url + url, *args, **kwargs)
