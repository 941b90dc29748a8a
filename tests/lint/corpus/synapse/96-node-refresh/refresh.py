"""Nightly refresh of linked bank accounts; the summary goes to the team's Slack."""
from __future__ import annotations

import enum
import functools
import logging
import os
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple

import requests

log = logging.getLogger("refresh")


class Outcome(enum.Enum):
    FRESH = "fresh"
    PENDING = "pending"
    RELINK = "customer has to link the account again"
    NEVER = "bank does not support refresh"
    TOMORROW = "bank or Synapse under maintenance"
    UNKNOWN = "refresh failed for an unknown reason"


class Node(NamedTuple):
    user: str
    id: str


class SynapseError(Exception):
    def __init__(self, http: int, code: str, text: str) -> None:
        super().__init__(f"{http}/{code or '-'} {text}")
        self.http, self.code, self.text = http, code, text


def survive_network_blips(times: int, pause: float):
    def outer(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            for _ in range(times - 1):
                try:
                    return fn(*args, **kwargs)
                except requests.ConnectionError as exc:
                    log.debug("no connection: %s", exc)
                    time.sleep(pause)
            return fn(*args, **kwargs)
        return inner
    return outer


class Refresher:
    def __init__(self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}

    @survive_network_blips(times=3, pause=2)
    def _send(self, node: Node) -> requests.Response:
        return requests.patch(
            f"{self.base_url}/users/{node.user}/nodes/{node.id}",
            params={"refresh": "true"}, headers=self.headers, timeout=60,
        )

    def refresh(self, node: Node) -> Outcome:
        resp = self._send(node)
        try:
            body = resp.json()
        except ValueError:
            body = {}
        code = body.get("error_code", "")
        match resp.status_code, code:
            case 200, _:
                return Outcome.FRESH
            case 202, _:
                return Outcome.PENDING
            case 401, "110":
                return Outcome.RELINK
            case 400, "410":
                return Outcome.NEVER
            case 503, "503":
                return Outcome.TOMORROW
            case 500, "500":
                return Outcome.UNKNOWN
        raise SynapseError(resp.status_code, code, body.get("error", {}).get("en", resp.text[:200]))

    def refresh_all(self, nodes: list[Node]) -> tuple[dict[Node, Outcome], dict[Node, SynapseError]]:
        done: dict[Node, Outcome] = {}
        broken: dict[Node, SynapseError] = {}
        with ThreadPoolExecutor(max_workers=4) as pool:
            jobs = {pool.submit(self.refresh, node): node for node in nodes}
            for job in as_completed(jobs):
                try:
                    done[jobs[job]] = job.result()
                except SynapseError as exc:
                    broken[jobs[job]] = exc
        return done, broken


def slack_token(code: str) -> str:
    """Exchange the OAuth code from the install page."""
    while True:
        reply = requests.post("https://slack.com/api/oauth.v2.access", timeout=10, data={
            "client_id": os.environ["SLACK_ID"], "client_secret": os.environ["SLACK_SECRET"], "code": code,
        })
        if reply.status_code == 429:
            time.sleep(int(reply.headers["Retry-After"]))
            continue
        answer = reply.json()
        if answer.get("error") == "invalid_code":
            raise PermissionError("install page expired")
        return answer["access_token"]
