from __future__ import annotations

from collections.abc import Mapping
from functools import partialmethod
from typing import Any

import requests

from . import errors
from .models import Failure, Reply
from .settings import SynapseSettings

Table = Mapping[tuple[int, str], type[errors.SynapseError]]


class SynapseClient:
    def __init__(self, cfg: SynapseSettings) -> None:
        self.cfg = cfg
        self.http = requests.Session()
        self.http.headers["X-SP-GATEWAY"] = f"{cfg.client_id}|{cfg.client_secret}"
        self.http.headers["X-SP-USER"] = f"{cfg.oauth_key}|fp"

    def _send(self, method: str, table: Table, path: str, payload: dict[str, Any] | None = None) -> Reply:
        response = self.http.request(method, self.cfg.base_url + path, json=payload, timeout=60)
        body = response.json()
        if response.status_code in (200, 202) and body.get("error_code", "0") in ("0", "10"):
            return Reply.model_validate({"http_code": str(response.status_code), **body})
        failure = Failure.model_validate(body)
        kind = table.get(failure.pair(response.status_code), errors.SynapseError)
        raise kind(response.status_code, failure)

    login = partialmethod(_send, "POST", errors.LOGIN)
    refresh = partialmethod(_send, "PATCH", errors.SYNC)
