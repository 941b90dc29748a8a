"""Accounts and results; in production this is the core service."""
from collections import namedtuple

Account = namedtuple("Account", "service credentials")
_accounts = {}
_results = {}


def account(account_id):
    return _accounts[account_id]


def save(account_id, month, data):
    _results[account_id, month] = ("ok", data)


def close(account_id, month, code, text):
    _results[account_id, month] = (code, text)
