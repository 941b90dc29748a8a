from __future__ import annotations

from typing import Any

import httpx

from .results import Rejected, Rows


async def fetch(http: httpx.AsyncClient, bank: str, credentials: dict[str, str]) -> Rows | Rejected:
    response = await http.post(f"/v1/cl/banks/{bank}/movements", json=credentials)
    body: dict[str, Any] = response.json()
    operation_id = body.get("OperationId", "")
    match body:
        case {"Status": "OK", "Data": {"Movements": list(rows)}}:
            return Rows(operation_id=operation_id, rows=rows)
        case {"Error": {"Code": str(code), "Type": str(advice), "Description": str(text)}}:
            return Rejected(operation_id=operation_id, code=code, advice=advice, description=text)
    raise ValueError(f"operation {operation_id}: unexpected reply with {sorted(body)}")
