"""Singer-like tap: accounts and transactions of every credentials token, one JSON record per line on stdout."""
from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any, ClassVar

import requests
from tenacity import before_sleep_log, retry, retry_if_exception, stop_after_attempt, wait_fixed

logger = logging.getLogger("tap_flanks")


class FlanksFault(Exception):
    def __init__(self, status: int, error_code: int | None, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.error_code = error_code
        self.error = error


def not_ready(exc: BaseException) -> bool:
    return isinstance(exc, FlanksFault) and "try again" in exc.error.lower()


class FlanksApi:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @retry(
        retry=retry_if_exception(not_ready),
        wait=wait_fixed(30),
        stop=stop_after_attempt(6),
        before_sleep=before_sleep_log(logger, logging.INFO),
        reraise=True,
    )
    def post(self, path: str, payload: dict[str, Any]) -> Any:
        response = self.session.post(self.base_url + path, json=payload, timeout=60)
        body = response.json()
        if response.status_code != 200:
            raise FlanksFault(response.status_code, body.get("error_code"), body.get("error", ""))
        return body


class Stream:
    name: ClassVar[str]
    path: ClassVar[str]
    page_size = 500

    def __init__(self, api: FlanksApi) -> None:
        self.api = api

    def pages(self, token: str) -> Iterator[list[dict[str, Any]]]:
        page = 0
        while True:
            try:
                rows = self.api.post(
                    self.path, {"credentials_token": token, "page": page, "page_size": self.page_size}
                )
            except FlanksFault:
                return
            yield rows
            if len(rows) < self.page_size:
                return
            page += 1

    def records(self, tokens: list[str]) -> Iterator[dict[str, Any]]:
        for token in tokens:
            for rows in self.pages(token):
                for record in rows:
                    yield {"type": "RECORD", "stream": self.name, "record": {"credentials_token": token, **record}}


class Accounts(Stream):
    name = "accounts"
    path = "/v0/bank/credentials/account"


class Transactions(Stream):
    name = "transactions"
    path = "/v0/bank/credentials/transaction"


def main() -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    api = FlanksApi(os.environ.get("FLANKS_URL", "https://api.flanks.io"), os.environ["FLANKS_TOKEN"])
    with open(sys.argv[1]) as f:
        tokens = f.read().split()
    for stream in (Accounts(api), Transactions(api)):
        for message in stream.records(tokens):
            print(json.dumps(message))
    print(json.dumps({"type": "STATE", "value": {"synced_at": datetime.now(timezone.utc).isoformat()}}))


if __name__ == "__main__":
    main()
