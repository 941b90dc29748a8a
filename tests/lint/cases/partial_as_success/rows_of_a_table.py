# errpact: provider=klavi
"""A run leaves a row for each report: one says which are partial, the other says of all that they are done."""

from dataclasses import dataclass
from typing import Any

import requests

from records import Row

URL = "http://localhost:8080/open-data/v1/report"
PARTIAL = {201: "consent", 202: "transactions", 203: "no CPF"}


@dataclass
class Sheet:
    person: str
    state: str
    data: Any = None


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code


def report(person):
    body = requests.get(f"{URL}/{person}", timeout=30).json()
    code = int(body["code"])
    if code == 200 or code in PARTIAL:
        return Sheet(person, "partial" if PARTIAL.get(code) else "complete", body.get("data"))
    raise KlaviError(code, body.get("message", ""))


def by_state(people):
    sheets = []
    for person in people:
        try:
            sheets.append(report(person))
        except KlaviError as error:
            sheets.append(Sheet(person, f"failed: {error.code}"))
    for sheet in sheets:
        Row.objects.update_or_create(person=sheet.person, defaults={"state": sheet.state, "data": sheet.data})


def all_done(people):
    sheets = []
    for person in people:
        body = requests.get(f"{URL}/{person}", timeout=30).json()
        code = int(body["code"])
        if code == 200 or code in PARTIAL:  # error: EP202
            sheets.append(Sheet(person, "complete", body.get("data")))
        else:
            sheets.append(Sheet(person, f"failed: {code}"))
    for sheet in sheets:
        Row.objects.update_or_create(person=sheet.person, defaults={"state": sheet.state, "data": sheet.data})
