# errpact: provider=klavi
"""A tuple may be empty for a complete result as well: it tells nothing. One of a kind of its own does."""

from dataclasses import dataclass

import requests

URL = "http://localhost:8080/data/v1/reports"


class KlaviError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Reports:
    reports: tuple


@dataclass(frozen=True)
class PartOfReports:
    reports: tuple


def all_alike(link):
    body = requests.post(URL, json={"linkId": link}, timeout=30).json()
    code = int(body["code"])
    if code // 100 == 2:  # error: EP202 201 202 203
        return Reports(tuple(body.get("data") or ()))
    raise KlaviError(code)


def kept_apart(link):
    body = requests.post(URL, json={"linkId": link, "all": True}, timeout=30).json()
    code = int(body["code"])
    if code // 100 == 2:
        kind = Reports if code == 200 else PartOfReports
        return kind(tuple(body.get("data") or ()))
    raise KlaviError(code)
