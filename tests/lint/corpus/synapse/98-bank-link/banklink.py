"""Link a bank account with bank login. Every answer is a value; the web layer picks the screen."""
from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from typing import NamedTuple

import urllib3


class Why(enum.Enum):
    BAD_LOGIN = "check the user name and password"
    NO_ACH_ACCOUNT = "this bank login has no checking or savings account"
    NEEDS_ATTENTION = "sign in at your bank's own site first"
    MAINTENANCE = "the bank is under maintenance, come back later"
    BUSY = "we are a bit busy, come back in some minutes"
    OUR_FAULT = "something went wrong on our side"


class Pair(NamedTuple):
    http: str
    error: str


WHY: dict[Pair, Why] = {
    Pair("400", "200"): Why.BAD_LOGIN,
    Pair("402", "460"): Why.NO_ACH_ACCOUNT,
    Pair("402", "500"): Why.NEEDS_ATTENTION,
    Pair("503", "503"): Why.MAINTENANCE,
    Pair("429", "429"): Why.BUSY,
}


@dataclass(frozen=True, slots=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Challenge:
    access_token: str
    message: str


@dataclass(frozen=True, slots=True)
class Declined:
    why: Why
    pair: Pair
    text: str


Answer = Linked | Challenge | Declined


class BankLink:
    def __init__(self, gateway: str, oauth: str, base_url: str = "https://api.synapsefi.com/v3.1"):
        self._pool = urllib3.PoolManager(retries=False, timeout=60)
        self._base = base_url
        self._headers = {
            "Content-Type": "application/json",
            "X-SP-GATEWAY": gateway,
            "X-SP-USER": oauth + "|",
        }

    def login(self, user: str, bank: str, name: str, password: str) -> Answer:
        info = {"bank_id": name, "bank_pw": password, "bank_name": bank}
        return self._post(user, {"type": "ACH-US", "info": info})

    def answer(self, user: str, challenge: Challenge, text: str) -> Answer:
        return self._post(user, {"access_token": challenge.access_token, "mfa_answer": text})

    def _post(self, user: str, payload: dict) -> Answer:
        reply = self._pool.request(
            "POST", f"{self._base}/users/{user}/nodes", body=json.dumps(payload), headers=self._headers
        )
        try:
            doc = json.loads(reply.data)
        except ValueError:
            return Declined(Why.OUR_FAULT, Pair(str(reply.status), ""), repr(reply.data[:200]))

        pair = Pair(str(doc.get("http_code", reply.status)), str(doc.get("error_code", "")))
        match pair:
            case Pair("200", "0"):
                return Linked(tuple(node["_id"] for node in doc["nodes"]))
            case Pair("202", "10"):
                mfa = doc["mfa"]
                return Challenge(mfa["access_token"], mfa["message"])
            case _:
                text = (doc.get("error") or {}).get("en", "")
                return Declined(WHY.get(pair, Why.OUR_FAULT), pair, text)
