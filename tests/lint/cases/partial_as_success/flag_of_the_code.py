# errpact: provider=flanks
"""A flag that compares the code goes with the token: who looks at it keeps what is held back apart, who doesn't takes
it for complete."""

import sqlite3
import time
from dataclasses import dataclass

import requests

URL = "https://api.flanks.io/v0/platform/link"
UNDER_REVIEW = 20003


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


@dataclass(frozen=True)
class Grant:
    token: str
    under_review: bool


def post(body):
    reply = requests.post(URL, json=body, timeout=30)
    if reply.status_code >= 400:  # error: EP202 20003
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()


def exchange(code):
    body = post({"code": code})
    return Grant(body["credentials_token"], body.get("error_code") == UNDER_REVIEW)


def told_in_a_tuple(code):
    body = post({"code": code})
    return body["credentials_token"], body.get("error_code") == UNDER_REVIEW


def told_in_a_dict(code):
    body = post({"code": code})
    return {"token": body["credentials_token"], "review": body.get("error_code") == UNDER_REVIEW}


class Links:
    def __init__(self, path):
        self.db = sqlite3.connect(path)

    def onboarded(self, code):
        grant = exchange(code)
        if grant.under_review:
            self.db.execute("insert into held values (?, ?)", (grant.token, time.time() + 48 * 3600))
        return grant.token

    def taken(self, code):
        return exchange(code).token
