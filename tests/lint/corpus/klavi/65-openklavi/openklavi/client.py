from __future__ import annotations

import httpx

from . import _core
from .models import Report


class Klavi:
    def __init__(self, token: str, base_url: str = _core.DEFAULT_URL, connect_retries: int = 2) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            transport=httpx.HTTPTransport(retries=connect_retries),
            timeout=30,
        )

    def _run(self, flow: _core.Flow) -> Report:
        call = next(flow)
        while True:
            r = self._http.request(call.method, call.path, json=call.json, params=call.params)
            try:
                call = flow.send((r.status_code, r.content))
            except StopIteration as stop:
                return stop.value

    def report(self, report_id: str) -> Report:
        return self._run(_core.one(_core.Call("GET", f"/data/v1/reports/{report_id}")))

    def transactions(self, report_id: str, size: int = 100) -> Report:
        return self._run(_core.all_pages(f"/data/v1/reports/{report_id}/transactions", size))
