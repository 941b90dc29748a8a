from __future__ import annotations

from typing import Any

from klavi_sdk._http import Http


class Reports:
    def __init__(self, http: Http) -> None:
        self._http = http

    def latest(self, cpf: str) -> dict[str, Any]:
        return self._http.get("/open-data/v1/reports/latest", cpf=cpf)
