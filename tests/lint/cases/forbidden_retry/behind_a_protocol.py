# errpact: provider=flanks
"""Who sends is only described: the one class that can do it is meant. A job that is given is known from its maker."""

import time
from abc import ABC, abstractmethod
from typing import Protocol

import requests


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.code = body.get("error_code")


class Rest(Protocol):
    def send(self, path: str, payload: dict) -> dict: ...


class Requests:
    def __init__(self, root: str) -> None:
        self.root = root

    def send(self, path: str, payload: dict) -> dict:
        reply = requests.post(self.root + path, json=payload, timeout=30)
        body = reply.json()
        if reply.status_code != 200:
            raise FlanksError(reply.status_code, body)
        return body


class Accounts:
    def __init__(self, rest: Rest) -> None:
        self.rest = rest

    def blind(self, token):
        for attempt in range(3):
            try:
                return self.rest.send("/v0/bank/account", {"credentials_token": token})["accounts"]
            except FlanksError:  # error: EP101
                if attempt == 2:
                    raise
                time.sleep(86_400)

    def seeing(self, token):
        for attempt in range(3):
            try:
                return self.rest.send("/v0/bank/account", {"credentials_token": token})["accounts"]
            except FlanksError as error:
                if error.code != 20002 or attempt == 2:
                    raise
                time.sleep(60)


class Store(ABC):
    @abstractmethod
    def keep(self, rows: list) -> None: ...


class InMemory(Store):
    def __init__(self) -> None:
        self.rows = []

    def keep(self, rows: list) -> None:
        self.rows.extend(rows)


class OnDisk(Store):
    def keep(self, rows: list) -> None:
        with open("rows", "a") as file:
            file.writelines(map(str, rows))


class Report:
    """Either store may be meant, so neither is taken for granted."""

    def __init__(self, accounts: Accounts, store: Store) -> None:
        self.accounts = accounts
        self.store = store

    def run(self, token):
        self.store.keep(self.accounts.seeing(token))


class Patient:
    def __init__(self, job) -> None:
        self.job = job

    def run(self, token):
        for attempt in range(3):
            try:
                return self.job(token)
            except Exception:  # error: EP101
                if attempt == 2:
                    raise
                time.sleep(86_400)


def patient(root: str) -> Patient:
    rest = Requests(root)
    return Patient(lambda token: rest.send("/v0/bank/card", {"credentials_token": token}))
