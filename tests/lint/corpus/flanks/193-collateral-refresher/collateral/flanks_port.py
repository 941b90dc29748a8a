"""HTTP side. One method per endpoint, each returns a Result."""
from __future__ import annotations

from typing import Any

import requests
from requests.adapters import HTTPAdapter

from collateral.reasons import fault_in
from collateral.result import Ok, Result

API = "https://api.flanks.io"


class FlanksPort:
    def __init__(self, access_token: str, base_url: str = API) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {access_token}"
        # connections are pooled for the refresher threads; urllib3 repeats nothing by itself
        self._session.mount("https://", HTTPAdapter(pool_maxsize=8, max_retries=0))

    def portfolio(self, credentials_token: str) -> Result[dict[str, Any]]:
        return self._post("/v0/bank/credentials/portfolio", {"credentials_token": credentials_token})

    def _post(self, path: str, payload: dict[str, Any]) -> Result[Any]:
        response = self._session.post(self._base_url + path, json=payload, timeout=(5, 60))
        try:
            body = response.json()
        except ValueError:
            body = None
        fault = fault_in(response.status_code, body)
        return Ok(body) if fault is None else fault
