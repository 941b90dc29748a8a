# provider: khipu
"""Results that are folded: `reduce` is a loop, a getter an index."""

import time
from dataclasses import dataclass
from functools import partial, reduce
from operator import attrgetter, itemgetter, methodcaller

import requests

PAUSES = {"RETRY_IMMEDIATELY": (0, 2), "WAIT_4_HOURS_BEFORE_RETRY": (14400,)}


@dataclass(frozen=True)
class Ok:
    value: object


@dataclass(frozen=True)
class Err:
    code: str
    advice: str
    text: str


class Refused(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code} {advice}")
        self.code = code


def post(path):
    body = methodcaller("json")(requests.post("https://api.khipu.com/v1" + path, timeout=60))
    if body["Status"] == "OK":  # error: EP101
        return Ok(body["Data"])
    return Err(*itemgetter("Code", "Type", "Description")(body["Error"]))


def by_advice(send, so_far, n):
    match so_far:
        case Err(advice=advice) if n < len(PAUSES.get(advice, ())):
            time.sleep(PAUSES[advice][n])
            return send()
        case settled:
            return settled


def whatever(send, so_far, n):
    if isinstance(so_far, Err):
        time.sleep(14400)
        return send()
    return so_far


def unwrap(result):
    if isinstance(result, Ok):
        return result.value
    raise Refused(*attrgetter("code", "advice")(result))


def balance():
    send = partial(post, "/balance")
    return unwrap(reduce(partial(by_advice, send), range(2), send()))


def movements():
    send = partial(post, "/movements")
    return unwrap(reduce(partial(whatever, send), range(2), send()))


def of_somebody(turns):
    send = partial(post, "/accounts")
    return unwrap(reduce(partial(by_advice, send), turns, send()))
