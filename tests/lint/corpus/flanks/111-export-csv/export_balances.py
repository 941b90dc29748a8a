#!/usr/bin/env python3
"""Month-end balances of every connected client, for the spreadsheet people.

    ./export_balances.py tokens.csv balances-2024-05.csv
"""
import argparse
import csv
import json
import os
import sys
import time
import urllib.error
import urllib.request
from typing import Iterator, NamedTuple

API = os.environ.get("FLANKS_API", "https://api.flanks.io")
WAITS = [30, 60, 120, 300]


class Client(NamedTuple):
    client_id: str
    name: str
    credentials_token: str


class Row(NamedTuple):
    client_id: str
    name: str
    accounts: int
    total_eur: float


class FlanksError(Exception):
    def __init__(self, status, payload):
        self.status = status
        self.error_code = payload.get("error_code")
        super().__init__("%s %s %s" % (status, self.error_code, payload.get("error")))


def post(path: str, payload: dict, base: str = API):
    req = urllib.request.Request(
        base + path,
        json.dumps(payload).encode(),
        {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ.get("FLANKS_TOKEN", "")},
    )
    try:
        with urllib.request.urlopen(req, timeout=60) as resp:
            return json.load(resp)
    except urllib.error.HTTPError as e:
        try:
            body = json.load(e)
        except ValueError:
            body = {"error": e.reason}
        raise FlanksError(e.code, body) from None


def worth_waiting(err: FlanksError) -> bool:
    code = err.error_code
    if code is None:
        return False
    return code == 20002 or code >= 50000


def accounts_of(client: Client, base: str = API) -> list:
    for wait in WAITS:
        try:
            return post("/v0/bank/credentials/account", {"credentials_token": client.credentials_token}, base)
        except FlanksError as err:
            if not worth_waiting(err):
                raise
            print(f"{client.name}: {err}; next try in {wait}s", file=sys.stderr)
            time.sleep(wait)
    return post("/v0/bank/credentials/account", {"credentials_token": client.credentials_token}, base)


def rows(clients: Iterator[Client], base: str = API) -> Iterator[Row]:
    for client in clients:
        try:
            accounts = accounts_of(client, base)
        except FlanksError:
            accounts = []
        total = sum(a["balance"] or 0 for a in accounts if a.get("currency") == "EUR")
        yield Row(client.client_id, client.name, len(accounts), round(total, 2))


def read_clients(path: str) -> Iterator[Client]:
    with open(path, newline="") as f:
        for record in csv.DictReader(f, delimiter=";"):
            yield Client(record["id"], record["name"], record["token"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("tokens")
    parser.add_argument("out")
    args = parser.parse_args()
    with open(args.out, "w", newline="") as f:
        writer = csv.writer(f, delimiter=";")
        writer.writerow(Row._fields)
        for row in rows(read_clients(args.tokens)):
            writer.writerow(row)


if __name__ == "__main__":
    main()
