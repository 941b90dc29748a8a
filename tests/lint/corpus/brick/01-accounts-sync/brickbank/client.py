from __future__ import annotations

from typing import Any

from .exceptions import BrickBankError, BrickBankUnavailable
from .transport import build_session


class BrickBankClient:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br", timeout: float = 15) -> None:
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = build_session(token)

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(self.base_url + path, params=params, timeout=self.timeout)
        if response.ok:
            return response.json()
        try:
            body = response.json()
        except ValueError:
            body = {}
        cls = BrickBankUnavailable if response.status_code >= 500 else BrickBankError
        raise cls(
            response.status_code,
            code=body.get("code") or body.get("error"),
            title=body.get("title") or body.get("message"),
            detail=body.get("detail") or body.get("error_description"),
        )

    def accounts(self, consent_id: str, page: int = 1) -> dict[str, Any]:
        return self._get("/accounts/v1/accounts", consentId=consent_id, page=page)

    def transactions(self, consent_id: str, account_id: str, page: int = 1) -> dict[str, Any]:
        return self._get(f"/accounts/v1/accounts/{account_id}/transactions", consentId=consent_id, page=page)
