"""CLI: positions of a customer, once Flanks has finished collecting them."""
from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request

API = "https://api.flanks.io"

PROCESSING = 20002


class ApiFault(Exception):
    def __init__(self, status: int, message: str, code: int | None) -> None:
        super().__init__(f"{message} (HTTP {status}, error_code {code})")
        self.status = status
        self.message = message
        self.code = code


class NeedsTicket(Exception):
    """Some field of the credentials is flagged as errored: support has to look at it."""


class Flanks:
    def __init__(self, token: str, base_url: str = API, poll: float = 20.0, patience: float = 1800.0) -> None:
        self.token = token
        self.base_url = base_url
        self.poll = poll
        self.patience = patience

    def _post(self, path: str, payload: dict) -> object:
        request = urllib.request.Request(
            self.base_url + path,
            json.dumps(payload).encode(),
            {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                status, body = reply.status, json.load(reply)
        except urllib.error.HTTPError as exc:
            raw = exc.read()
            try:
                body = json.loads(raw)
            except ValueError:
                body = {"error": raw.decode(errors="replace")}
            raise ApiFault(exc.code, body.get("error", exc.reason), body.get("error_code")) from None
        if isinstance(body, dict) and body.get("error_code") is not None:
            raise ApiFault(status, body.get("message", ""), body["error_code"])
        return body

    def status(self, credentials_token: str) -> dict:
        return self._post("/v0/credentials/status", {"credentials_token": credentials_token})

    def _until_collected(self, credentials_token: str) -> None:
        deadline = time.monotonic() + self.patience
        while True:
            state = self.status(credentials_token)
            if state.get("errored"):
                raise NeedsTicket(credentials_token)
            if not state.get("pending"):
                return
            if time.monotonic() > deadline:
                raise TimeoutError(f"{credentials_token} still pending after {self.patience:.0f} s")
            time.sleep(self.poll)

    def portfolio(self, credentials_token: str) -> object:
        try:
            return self._post("/v0/credentials/portfolio", {"credentials_token": credentials_token})
        except ApiFault as fault:
            if fault.code != PROCESSING:
                raise
        self._until_collected(credentials_token)
        return self._post("/v0/credentials/portfolio", {"credentials_token": credentials_token})


def main() -> int:
    token, credentials_token = sys.argv[1:3]
    try:
        json.dump(Flanks(token).portfolio(credentials_token), sys.stdout, indent=2)
    except ApiFault as fault:
        print("flanks:", fault, file=sys.stderr)
        return 1
    except NeedsTicket as fault:
        print("open a ticket with support for", fault, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
