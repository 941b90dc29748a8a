# errpact: provider=synapse
"""That some data may lack leaves no doubt about what becomes of a pending result, also where many are collected."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import requests

URL = "http://localhost:8080/v3.1/users"


@dataclass(frozen=True)
class Limit:
    user: str
    daily: float | None
    note: str | None


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(body.get("error_code"))
        self.body = body


def limit(user):
    reply = requests.post(f"{URL}/{user}/limits", json={}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400:  # error: EP202 10
        raise Refused(reply.status_code, body)
    extra = body.get("extra") or {}
    return Limit(user, (extra.get("limits") or {}).get("daily"), extra.get("note"))


def all_limits(users):
    with ThreadPoolExecutor(4) as pool:
        jobs = [(user, pool.submit(limit, user)) for user in users]
        return {user: job.result() for user, job in jobs}


def limit_or_none(user):
    reply = requests.post(f"{URL}/{user}/limits", json={}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400:
        raise Refused(reply.status_code, body)
    if reply.status_code == 202:
        return None
    extra = body.get("extra") or {}
    return Limit(user, (extra.get("limits") or {}).get("daily"), extra.get("note"))


def limits_that_are_final(users):
    with ThreadPoolExecutor(4) as pool:
        jobs = [(user, pool.submit(limit_or_none, user)) for user in users]
        return {user: found for user, job in jobs if (found := job.result()) is not None}
