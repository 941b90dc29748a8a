# errpact: provider=klavi
"""Whether a whole batch went well: a connection that fails makes the answer another one, whatever the others did."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import requests

URL = "http://localhost:8080/data/v1/update"
OURS = frozenset({701, 702, 703, 704})


@dataclass(frozen=True)
class Row:
    key: str
    code: int

    @property
    def updated(self):
        return self.code == 200


def ask(key):
    return Row(key, requests.post(URL, json={"connectionKey": key}, timeout=30).json()["code"])


def exit_code(keys):
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(ask, keys))
    if all(row.updated for row in rows):
        return 0
    if any(row.code in OURS for row in rows):
        return 78
    return 1


def whether_some_failed(keys):
    rows = [ask(key) for key in sorted(keys)]
    failed = [row for row in rows if not row.updated]
    return 1 if failed else 0


def whether_some_answered(keys):
    rows = [ask(key) for key in reversed(keys)]
    if any(row.code is None for row in rows):
        return 1
    return 0  # error: EP201
