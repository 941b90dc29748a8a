# errpact: provider=flanks
"""Codes that the environment tells, with a default: what a class makes of it itself is what its object holds."""

import os
from dataclasses import dataclass

import requests


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.code = body.get("error_code")
        self.body = body


@dataclass(frozen=True)
class Settings:
    token: str
    final: frozenset[str]

    @classmethod
    def from_env(cls, env=os.environ):
        words = env.get("FLANKS_FINAL", "20001,40001,50003").split(",")
        return cls(env.get("FLANKS_TOKEN", ""), frozenset(word.strip() for word in words))


@dataclass(frozen=True)
class Numbers:
    token: str
    final: frozenset[int]

    @classmethod
    def from_env(cls):
        words = os.getenv("FLANKS_FINAL", "20001,40001,50003").split(",")
        return cls(os.environ["FLANKS_TOKEN"], frozenset(int(word) for word in words))


@dataclass
class Progress:
    """No setting: that a run starts from nothing says nothing of one that is handed in."""

    final: set[str]

    @classmethod
    def begin(cls):
        return cls({"20001"})


def _read(token, product):
    url = f"https://api.flanks.io/v0/bank/{product}"
    return requests.post(url, json={"credentials_token": token}, timeout=45)


def accounts(settings: Settings):
    reply = _read(settings.token, "account")
    body = reply.json()
    if reply.status_code != 200:
        if body.get("error_code") in settings.final:  # error: EP302
            raise PermissionError(body.get("error_code"))
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


def cards(settings: Numbers):
    reply = _read(settings.token, "card")
    body = reply.json()
    if reply.status_code != 200:
        if body.get("error_code") in settings.final:
            raise PermissionError(body.get("error_code"))
        raise FlanksError(reply.status_code, body)
    return body["cards"]


def loans(progress: Progress, token):
    reply = _read(token, "loan")
    body = reply.json()
    if reply.status_code != 200:
        if body.get("error_code") in progress.final:
            raise PermissionError(body.get("error_code"))
        raise FlanksError(reply.status_code, body)
    return body["loans"]
