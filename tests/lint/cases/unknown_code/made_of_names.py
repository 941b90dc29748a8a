# errpact: provider=khipu
"""Members of an enum that says itself what `auto()` gives them."""

import enum

import requests


URL = "http://localhost:8080/v1/statements"


class Advice(enum.StrEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name

    DO_NOT_RETRY = enum.auto()
    RETRY_IMMEDIATELY = enum.auto()
    WAIT_4_HOURS_BEFORE_RETRY = enum.auto()


class Shouted(enum.StrEnum):
    def _generate_next_value_(name, start, count, last_values):
        return name.replace("_", "-")

    DO_NOT_RETRY = enum.auto()


class Spoken(enum.StrEnum):
    DO_NOT_RETRY = enum.auto()


class KhipuError(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code}: {advice}")
        self.code = code
        self.advice = advice


def send(operation):
    body = requests.post(URL, json={"OperationId": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
    return body["Data"]


def later(operation):
    try:
        return send(operation)
    except KhipuError as error:
        error.later = error.advice == Advice.WAIT_4_HOURS_BEFORE_RETRY
        error.now = error.advice == Advice.RETRY_IMMEDIATELY
        raise


def final(operation):
    try:
        return send(operation)
    except KhipuError as error:
        error.final = error.advice == Advice.DO_NOT_RETRY
        error.shouted = error.advice == Shouted.DO_NOT_RETRY  # error: EP301 DO-NOT-RETRY DO_NOT_RETRY
        error.spoken = error.advice == Spoken.DO_NOT_RETRY  # error: EP301 do_not_retry DO_NOT_RETRY
        raise
