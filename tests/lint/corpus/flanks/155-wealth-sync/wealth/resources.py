from __future__ import annotations

from typing import Any

from wealth.http import BASE_URL, FlanksAPI


class TokenMixin:
    def _with_token(self, token: str, **extra: Any) -> dict[str, Any]:
        return {"credentials_token": token, **extra}


class Credentials(TokenMixin, FlanksAPI):
    def status(self, token: str) -> dict[str, Any]:
        return self._request("/v0/credentials/status", payload=self._with_token(token))

    def from_link(self, code: str) -> str:
        """Exchange the ``code`` of a Link redirect."""
        return self._request("/v0/platform/link/exchange", payload={"code": code})["credentials_token"]


class Portfolio(TokenMixin, FlanksAPI):
    def positions(self, token: str) -> list[dict[str, Any]]:
        return self._request("/v0/bank/credentials/portfolio", payload=self._with_token(token), wait=True, timeout=90)


class Flanks:
    def __init__(self, bearer: str, base_url: str = BASE_URL):
        self.credentials = Credentials(bearer, base_url)
        self.portfolio = Portfolio(bearer, base_url)
