"""flanks-app: create or show a Flanks application from the shell."""
from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import sys
from typing import Any, Iterator, NoReturn
from urllib.parse import urlsplit

EX_USAGE, EX_UNAVAILABLE, EX_SOFTWARE, EX_TEMPFAIL, EX_NOPERM = 64, 69, 70, 75, 77


class ApiFailure(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.error_code = body.get("error_code")
        self.text = body.get("error") or body.get("message") or ""
        super().__init__(f"HTTP {status}" + (f" [{self.error_code}]" if self.error_code else "") + f" {self.text}")

    @property
    def exit_status(self) -> int:
        if self.error_code == 40001:
            return EX_USAGE
        if self.error_code in {20002, 20003, 50001}:
            return EX_TEMPFAIL
        if self.error_code is not None:
            return EX_UNAVAILABLE
        return EX_NOPERM if self.status == 401 else EX_SOFTWARE


class FlanksShell:
    def __init__(self, base_url: str, bearer: str) -> None:
        self._parts = urlsplit(base_url)
        self._bearer = bearer

    @contextlib.contextmanager
    def _connection(self) -> Iterator[http.client.HTTPConnection]:
        secure = self._parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._parts.netloc, timeout=20)
        try:
            yield connection
        finally:
            connection.close()

    def _call(self, method: str, path: str, payload: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._bearer}", "Content-Type": "application/json"}
        with self._connection() as connection:
            connection.request(method, path, json.dumps(payload) if payload is not None else None, headers)
            response = connection.getresponse()
            raw = response.read()
        try:
            body = json.loads(raw)
        except ValueError:
            body = {"error": raw.decode("utf-8", "replace")}
        if response.status != 200:
            raise ApiFailure(response.status, body)
        return body

    def create(self, name: str) -> dict[str, Any]:
        return self._call("POST", "/v0/applications", {"name": name})

    def show(self, name: str) -> dict[str, Any]:
        return self._call("GET", f"/v0/applications/{name}")


def die(failure: ApiFailure) -> NoReturn:
    print(f"flanks-app: {failure}", file=sys.stderr)
    if failure.status == 409:
        print("pick another name, or use `flanks-app show`", file=sys.stderr)
    sys.exit(failure.exit_status)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="flanks-app", description=__doc__)
    parser.add_argument("action", choices=("create", "show"))
    parser.add_argument("name")
    args = parser.parse_args(argv)
    shell = FlanksShell(os.environ.get("FLANKS_URL", "https://api.flanks.io"), os.environ["FLANKS_TOKEN"])
    try:
        result = getattr(shell, args.action)(args.name)
    except ApiFailure as failure:
        die(failure)
    json.dump(result, sys.stdout, indent=2)


if __name__ == "__main__":
    main()
