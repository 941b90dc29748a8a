"""One function per step; `call` composes them."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from families import HOPELESS, Family, family_of
from results import Ok, Postponed, Problem, Result, Unreadable

Post = Callable[[str, dict[str, Any]], tuple[int | None, bytes]]
Clock = Callable[[], datetime]
Step = Callable[[Problem, Clock], Result]

MAX_SENDS = 3


def utc_now() -> datetime:
    return datetime.now(timezone.utc)


def http_post(base_url: str, api_key: str) -> Post:
    def post(path: str, body: dict[str, Any]) -> tuple[int | None, bytes]:
        request = urllib.request.Request(
            base_url + path,
            data=json.dumps(body).encode(),
            headers={"x-api-key": api_key, "Content-Type": "application/json"},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError as error:
            return None, repr(error).encode()

    return post


def decode(status: int | None, raw: bytes) -> Ok | Problem | Unreadable:
    unreadable = Unreadable(status, raw[:300].decode(errors="replace"))
    try:
        reply = json.loads(raw)
    except ValueError:
        return unreadable
    match reply:
        case {"Status": "OK", "Data": dict(data), "Error": None}:
            return Ok(data, reply.get("OperationId"))
        case {"Status": "ERROR", "Error": {"Code": str(code), "Type": str(advice), **rest}}:
            text = str(rest.get("Description") or "")
            return Problem(code, advice, text, family_of(code), reply.get("OperationId"))
    return unreadable


def postpone(problem: Problem, clock: Clock) -> Result:
    return Postponed(problem, clock() + timedelta(hours=4))


def report(problem: Problem, clock: Clock) -> Result:
    return problem


# what remains to be done when there will be no further attempt now
FINISH: dict[str, Step] = {
    "DO_NOT_RETRY": report,
    "RETRY_IMMEDIATELY": report,
    "WAIT_4_HOURS_BEFORE_RETRY": postpone,
}


def may_repeat(result: Result) -> bool:
    return isinstance(result, Problem) and result.advice == "RETRY_IMMEDIATELY" and result.family not in HOPELESS


def call(post: Post, path: str, body: dict[str, Any], clock: Clock = utc_now) -> Result:
    result: Result = decode(*post(path, body))
    sends = 1
    while may_repeat(result) and sends < MAX_SENDS:
        result = decode(*post(path, body))
        sends += 1
    match result:
        case Problem(advice=advice):
            return FINISH.get(advice, report)(result, clock)
        case _:
            return result


def redact(problem: Problem) -> Problem:
    """Banks repeat the user name in their messages; not for our logs."""
    return replace(problem, description="") if problem.family is Family.LOGON else problem
