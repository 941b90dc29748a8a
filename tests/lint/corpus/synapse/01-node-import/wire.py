"""The bits of SynapseFI v3.1 that we speak, on urllib only."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any, NamedTuple

PENDING = 10
TRY_LATER = frozenset({429, 503})


class Reply(NamedTuple):
    status: int
    error_code: str
    text: str
    body: dict[str, Any]


class SynapseError(Exception):
    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        super().__init__(f"{reply.status}/{reply.error_code}: {reply.text}")


class Busy(SynapseError):
    pass


class NeedsAnswer(SynapseError):
    """The bank asks a question before it opens the account."""


def exchange(url: str, headers: dict[str, str], payload: dict[str, Any]) -> Reply:
    req = urllib.request.Request(url, json.dumps(payload).encode(), headers, method="POST")
    try:
        with urllib.request.urlopen(req, timeout=60) as res:
            status, raw = res.status, res.read()
    except urllib.error.HTTPError as exc:
        status, raw = exc.code, exc.read()
    try:
        body = json.loads(raw)
    except ValueError:
        body = {}
    return Reply(status, body.get("error_code", ""), (body.get("error") or {}).get("en", ""), body)
