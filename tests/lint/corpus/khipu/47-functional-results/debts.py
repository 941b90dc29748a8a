"""Debt certificate of a taxpayer. No exceptions leave this module: everything is a Result."""
from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from functools import partial, reduce
from typing import Any, Callable, NamedTuple, Optional

import urllib3

from result import Err, Ok, Result, bind, fmap

Json = dict[str, Any]
Send = Callable[[Json], "Result[Json, Failure]"]


class Failure(NamedTuple):
    code: str
    advice: str
    text: str
    not_before: Optional[datetime] = None


def _embargo(advice: str, now: datetime) -> Optional[datetime]:
    return {
        "RETRY_IMMEDIATELY": now,
        "WAIT_4_HOURS_BEFORE_RETRY": now + timedelta(hours=4),
    }.get(advice)


def _failure(error: Json) -> Failure:
    return Failure(
        error["Code"],
        error["Type"],
        error["Description"],
        _embargo(error["Type"], datetime.now(timezone.utc)),
    )


def _decode(raw: bytes) -> "Result[Json, Failure]":
    try:
        return Ok(json.loads(raw))
    except ValueError:
        return Err(Failure("", "", "unreadable answer: %r" % raw[:80]))


def _open(envelope: Json) -> "Result[Json, Failure]":
    return Ok(envelope["Data"]) if envelope["Status"] == "OK" else Err(_failure(envelope["Error"]))


def _send(pool: urllib3.PoolManager, url: str, key: str, payload: Json) -> "Result[Json, Failure]":
    try:
        answer = pool.request(
            "POST",
            url,
            body=json.dumps(payload).encode(),
            headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
    except urllib3.exceptions.HTTPError as exc:
        return Err(Failure("", "", f"no answer: {exc}"))
    return bind(_decode(answer.data), _open)


def insistently(send: Send, times: int) -> Send:
    """The same request once more, for as long as Khipu says it is safe right away."""

    def go(payload: Json) -> "Result[Json, Failure]":
        result = send(payload)
        again = isinstance(result, Err) and result.why.advice == "RETRY_IMMEDIATELY" and times > 0
        return insistently(send, times - 1)(payload) if again else result

    return go


def _total(data: Json) -> Json:
    rows = data.get("Debts", [])
    return {"rows": len(rows), "total": reduce(lambda acc, row: acc + row["Amount"], rows, 0)}


def debt_reader(key: str, base_url: str = "https://api.khipu.com") -> Callable[[str, str], "Result[Json, Failure]"]:
    pool = urllib3.PoolManager(timeout=urllib3.Timeout(90), retries=False)
    url = f"{base_url}/v1/cl/services/tgr.cl/debts"
    send = insistently(partial(_send, pool, url, key), times=2)
    return lambda rut, password: fmap(send({"Username": rut, "Password": password}), _total)


def describe(failure: Failure) -> str:
    when = f", not before {failure.not_before:%Y-%m-%d %H:%M}" if failure.not_before else ""
    return f"[{failure.code or '-'}/{failure.advice or '-'}] {failure.text}{when}"
