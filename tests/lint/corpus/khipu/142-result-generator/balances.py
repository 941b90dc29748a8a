"""Balances for the treasury's morning sheet."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import requests

from attempts import attempts, settle
from result import Err, Ok

ROOT = "https://api.khipu.com/v1/cl"


@dataclass(frozen=True)
class Balance:
    account: str
    amount: Decimal
    currency: str = "CLP"


def _rows(data: dict[str, Any]) -> list[Balance]:
    return [Balance(row["Number"], Decimal(str(row["Available"]))) for row in data.get("Accounts", [])]


class Treasury:
    def __init__(self, token: str, root: str = ROOT) -> None:
        self.root = root
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _send(self, bank: str, fields: dict[str, str]) -> dict[str, Any]:
        return self.session.post(f"{self.root}/banks/{bank}/accounts", json=fields, timeout=(5, 120)).json()

    def balances(self, bank: str, rut: str, password: str) -> Ok[list[Balance]] | Err:
        send = partial(self._send, bank, {"Username": rut, "Password": password})
        return settle(attempts(send)).map(_rows)


def sheet(treasury: Treasury, logins: list[tuple[str, str, str]]) -> tuple[list[Balance], list[Err]]:
    rows: list[Balance] = []
    problems: list[Err] = []
    for bank, rut, password in logins:
        match treasury.balances(bank, rut, password):
            case Ok(value):
                rows.extend(value)
            case Err() as err:
                problems.append(err)
    return rows, problems
