from __future__ import annotations

import typing as t
import urllib.error
import urllib.request

import msgspec


class Reply(msgspec.Struct, kw_only=True):
    error: dict[str, str] = {}
    error_code: str = ""
    http_code: str = ""
    success: bool = True
    id: str = msgspec.field(name="_id", default="")
    recent_status: dict[str, t.Any] = {}


class Request(msgspec.Struct):
    path: str
    payload: dict[str, t.Any]
    headers: dict[str, str] = {}


Handler = t.Callable[[Request], Reply]


def urlopen_handler(base_url: str) -> Handler:
    def handle(request: Request) -> Reply:
        raw = urllib.request.Request(
            base_url + request.path,
            data=msgspec.json.encode(request.payload),
            headers={"Content-Type": "application/json", **request.headers},
        )
        try:
            answer = urllib.request.urlopen(raw, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            reply = msgspec.json.decode(answer.read(), type=Reply)
        if not reply.error_code:
            reply.error_code = {200: "0", 202: "10"}.get(answer.status, "?")
            reply.http_code = str(answer.status)
        return reply

    return handle
