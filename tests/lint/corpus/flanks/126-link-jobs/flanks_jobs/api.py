import logging
from typing import Any, Dict, List

import requests

from . import settings

log = logging.getLogger(__name__)


class FlanksError(Exception):
    def __init__(self, status: int, body: Dict[str, Any]) -> None:
        super().__init__("%s %s: %s" % (status, body.get("error_code", "-"), body.get("error")))
        self.status = status
        self.error_code = body.get("error_code")
        self.error = body.get("error")


class FlanksApi:
    def __init__(self, access_token: str, base_url: str = settings.BASE_URL) -> None:
        self.base_url = base_url
        self.access_token = access_token

    def _post(self, path: str, **payload: Any) -> requests.Response:
        return requests.post(
            self.base_url + path,
            json=payload,
            headers={"Authorization": "Bearer " + self.access_token},
            timeout=settings.TIMEOUT,
        )

    def exchange(self, code: str) -> Dict[str, Any]:
        """Turns the `code` that Flanks Link gave to the browser into a credentials token."""
        response = self._post("/v0/platform/link/exchange-token", code=code)
        body = response.json()
        if response.status_code >= 400:
            raise FlanksError(response.status_code, body)
        return body

    def holdings(self, credentials_token: str) -> List[Dict[str, Any]]:
        try:
            response = self._post("/v0/investment/portfolio", credentials_token=credentials_token)
            response.raise_for_status()
            return response.json().get("portfolios", [])
        except requests.RequestException:
            log.warning("no holdings for %s...", credentials_token[:6])
            return []
