from __future__ import annotations

from typing import Any

import httpx
from pydantic import BaseModel, ValidationError

from errors import ConnectionProblem, problem_for

NOTES = {
    201: "needs_extra_authorization",
    202: "some_transactions_missing",
    203: "cpf_missing",
}


class Envelope(BaseModel):
    code: int
    message: str = ""
    data: Any = None


class Connection(BaseModel):
    link_id: str
    complete: bool
    note: str | None = None


class KlaviGateway:
    def __init__(self, base_url: str = "https://api.klavi.ai", token: str = "") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            # a failed TCP connect is tried again, an answer never is
            transport=httpx.AsyncHTTPTransport(retries=2),
            timeout=40.0,
        )

    async def connect(self, institution: str, tax_id: str, secret: str) -> Connection:
        try:
            response = await self._http.post(
                "/data/v1/connections",
                json={"institutionCode": institution, "taxId": tax_id, "password": secret},
            )
        except httpx.TransportError as exc:
            raise ConnectionProblem(None, "klavi unreachable") from exc
        try:
            envelope = Envelope.model_validate_json(response.content)
        except ValidationError as exc:
            raise ConnectionProblem(None, f"unreadable answer, http {response.status_code}") from exc

        match envelope.code:
            case 200:
                return Connection(link_id=(envelope.data or {}).get("linkId", ""), complete=True)
            case 201 | 202 | 203 as partial:
                return Connection(
                    link_id=(envelope.data or {}).get("linkId", ""),
                    complete=False,
                    note=NOTES[partial],
                )
            case other:
                raise problem_for(other, envelope.message)
