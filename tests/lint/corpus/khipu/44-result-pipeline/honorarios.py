"""Fee receipts ("boletas de honorarios") of a taxpayer, as a pipeline of small functions."""
from __future__ import annotations

import time
from functools import partial, reduce
from operator import itemgetter
from typing import Any, Callable

import httpx

from result import Err, Ok, Result, fmap, unwrap

HOST = "https://api.khipu.com"
PATH = "/v1/cl/services/sii.cl/fee-receipts"

Send = Callable[[], Result[dict[str, Any]]]

# advice -> pause before the n-th resend; as many resends as pauses
PAUSES: dict[str, tuple[float, ...]] = {
    "RETRY_IMMEDIATELY": (0, 2, 5),
    "WAIT_4_HOURS_BEFORE_RETRY": (4 * 60 * 60,),
}
RESENDS = range(max(map(len, PAUSES.values())))


def interpret(doc: dict[str, Any]) -> Result[dict[str, Any]]:
    if doc["Status"] == "OK":
        return Ok(doc["Data"])
    code, advice, description = itemgetter("Code", "Type", "Description")(doc["Error"])
    return Err(code, advice, description, doc.get("OperationId"))


def post(http: httpx.Client, path: str, payload: dict[str, Any]) -> Result[dict[str, Any]]:
    return interpret(http.post(path, json=payload).json())


def resend(send: Send, so_far: Result[dict[str, Any]], n: int) -> Result[dict[str, Any]]:
    match so_far:
        case Err(advice=advice) if n < len(PAUSES.get(advice, ())):
            time.sleep(PAUSES[advice][n])
            return send()
        case settled:
            return settled


def patiently(send: Send) -> Result[dict[str, Any]]:
    return reduce(partial(resend, send), RESENDS, send())


def total(data: dict[str, Any]) -> int:
    return sum(map(itemgetter("Amount"), data.get("Receipts", ())))


def fees(http: httpx.Client, rut: str, password: str, year: int) -> Result[int]:
    payload = {"Username": rut, "Password": password, "Year": year}
    return fmap(total, patiently(partial(post, http, PATH, payload)))


def describe(result: Result[int]) -> str:
    match result:
        case Ok(amount):
            return f"CLP {amount:,}"
        case Err(code=code, description=text) if code.startswith("E3"):
            return f"nothing published for that year yet ({code}: {text})"
        case Err(code=code, description=text) if code.startswith("E1"):
            return f"please review your tax-office password ({code}: {text})"
        case Err(code, advice, text, operation):
            return f"failed with {code}/{advice}: {text}, quote operation {operation}"


def connect(token: str, base_url: str = HOST) -> httpx.Client:
    return httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=90)


__all__ = ["connect", "describe", "fees", "unwrap"]
