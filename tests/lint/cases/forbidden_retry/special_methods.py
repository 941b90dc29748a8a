# errpact: provider=klavi
"""Objects of the project that answer for an operator, a membership, a missing key; flags; what is only passed on."""

import dataclasses
import enum
import time

import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")


class Codes:
    def __init__(self, *codes):
        self.codes = set(codes)

    def __contains__(self, code):
        return code in self.codes

    def __or__(self, other):
        return Codes(*self.codes, *other.codes)


class Do(enum.Flag):
    NOTHING = 0
    RETRY = enum.auto()
    TELL = enum.auto()


class Step(enum.IntEnum):
    STOP = 0
    AGAIN = 1


class Table(dict):
    def __missing__(self, code):
        return Step.STOP


@dataclasses.dataclass
class Verdict:
    code: dataclasses.InitVar[int]
    again: bool = False

    def __post_init__(self, code):
        self.again = code in (500, 503)


PASSING = Codes(500) | Codes(503)
TOO_MANY = Codes(402) | Codes(500)
FLAGS = {500: Do.RETRY | Do.TELL, 503: Do.RETRY, 402: Do.TELL}
STEPS = Table({500: Step.AGAIN, 503: Step.AGAIN})


def ask(link):
    body = requests.post(URL.format(link), timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise KlaviError(body)


def by_membership(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or error.code not in PASSING:
                raise
        time.sleep(pause)


def by_too_much(link):
    for pause in (86400, 86400, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or error.code not in TOO_MANY:  # error: EP101
                raise
        time.sleep(pause)


def by_flags(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or Do.RETRY not in FLAGS.get(error.code, Do.NOTHING):
                raise
        time.sleep(pause)


def by_another_flag(link):
    for pause in (86400, 86400, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or not FLAGS.get(error.code, Do.NOTHING) & Do.TELL:  # error: EP101
                raise
        time.sleep(pause)


def by_step(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or not STEPS[error.code]:
                raise
        time.sleep(pause)


def by_verdict(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or not Verdict(error.code).again:
                raise
        time.sleep(pause)
