from __future__ import annotations

import httpx

from .domain import Advice, Fault, Statement, StatementRequest
from .settings import KhipuSettings


class KhipuGateway:
    def __init__(self, settings: KhipuSettings, http: httpx.Client | None = None) -> None:
        self._http = http or httpx.Client(
            base_url=settings.base_url,
            timeout=settings.timeout,
            headers={"Authorization": f"Bearer {settings.token.get_secret_value()}"},
            transport=httpx.HTTPTransport(retries=2),
        )

    def fetch(self, request: StatementRequest) -> Statement | Fault:
        doc = self._http.post(
            f"/v1/cl/banks/{request.bank}/account-transactions",
            json={"Username": request.rut, "Password": request.password, "Month": request.month},
        ).json()
        match doc:
            case {"Status": "OK", "OperationId": op, "Data": data}:
                return Statement(op, data["Transactions"])
            case {"Error": {"Code": code, "Type": advice, "Description": text}}:
                return Fault(code, Advice(advice), text)
        raise ValueError(f"unexpected khipu document: {sorted(doc)}")
