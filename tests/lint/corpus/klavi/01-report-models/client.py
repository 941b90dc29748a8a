from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import httpx

from errors import error_for
from models import GAPS, Envelope, Report


class ReportClient:
    def __init__(
        self,
        base_url: str,
        access_token: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=20)
        self._access_token = access_token
        self._now = now

    def report(self, cpf: str) -> Report:
        resp = self._http.get(
            "/data/v1/personal-report",
            params={"cpf": cpf},
            headers={"Authorization": f"Bearer {self._access_token()}"},
        )
        envelope = Envelope(**resp.json())
        try:
            gap = GAPS[envelope.code]
        except KeyError:
            raise error_for(envelope.code, envelope.message, self._now()) from None
        return Report(cpf=cpf, gap=gap, payload=envelope.data)
