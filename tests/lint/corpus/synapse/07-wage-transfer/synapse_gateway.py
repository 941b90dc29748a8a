from __future__ import annotations

import time
from typing import Any

import requests
from requests.exceptions import ConnectionError as NoConnection

from gateway import GatewayProblem, Progress, Transfer, Wage, WageGateway

KEY_IN_USE = "450"


class SynapseWageGateway(WageGateway):
    def __init__(self, base_url: str, user_id: str, node_id: str, headers: dict[str, str]) -> None:
        self._trans = f"{base_url}/v3.1/users/{user_id}/nodes/{node_id}/trans"
        self._session = requests.Session()
        self._session.headers.update(headers)

    def pay(self, wage: Wage) -> Transfer:
        order = {
            "to": {"type": "ACH-US", "id": wage.node},
            "amount": {"amount": wage.cents / 100, "currency": "USD"},
            "extra": {"ip": "127.0.0.1", "supp_id": wage.key},
        }
        try:
            return self._as_transfer(self._call("POST", json=order, headers={"X-SP-IDEMPOTENCY-KEY": wage.key}))
        except GatewayProblem as problem:
            if problem.error_code != KEY_IN_USE:
                raise
            # an earlier run got through: take the transfer that it made
            return self._find(wage) or self._give_up(problem)

    @staticmethod
    def _give_up(problem: GatewayProblem) -> Transfer:
        raise problem

    def _find(self, wage: Wage) -> Transfer | None:
        page = 1
        while True:
            body = self._call("GET", params={"page": page, "per_page": 50})
            for row in body.get("trans", []):
                if row.get("extra", {}).get("supp_id") == wage.key:
                    return self._as_transfer(row)
            if page >= int(body.get("page_count", 1)):
                return None
            page += 1

    def _call(self, method: str, **kw: Any) -> dict[str, Any]:
        for nap in (1, 5, None):
            try:
                response = self._session.request(method, self._trans, timeout=30, **kw)
                break
            except NoConnection:
                if nap is None:
                    raise
                time.sleep(nap)
        try:
            body = response.json()
        except ValueError:
            body = {}
        if response.status_code in (200, 202):
            return body
        raise GatewayProblem(
            response.status_code, body.get("error_code", ""), (body.get("error") or {}).get("en", response.reason)
        )

    @staticmethod
    def _as_transfer(body: dict[str, Any]) -> Transfer:
        settled = (body.get("recent_status") or {}).get("status") == "SETTLED" and body.get("error_code") != "10"
        return Transfer(body.get("_id", ""), Progress.SETTLED if settled else Progress.UNDERWAY)
