"""Balance of all accounts at one bank, for the treasury screen."""
from __future__ import annotations

from client import KhipuClient
from errors import LogonFailed


class AskForPassword(Exception):
    """The treasurer has to type the bank password again."""


def total(khipu: KhipuClient, bank: str, username: str, password: str) -> int:
    try:
        accounts = khipu.accounts.list(bank, username=username, password=password)
    except LogonFailed as exc:
        raise AskForPassword(bank) from exc
    return sum(account.balance for account in accounts if account.currency == "CLP")
