"""balances prints the balances of a list of credentials tokens, one goroutine-ish thread per token."""
import http.client
import json
import os
import queue
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any, Optional, Tuple
from urllib.parse import urlsplit

ERR_INCOMPLETE = 20001
ERR_PROCESSING = 20002
ERR_SCA_DELAY = 20003
ERR_CONFIGURATION = 40001
ERR_BANK = 50001
ERR_CREDENTIALS = 50002
ERR_SCA_REQUIRED = 50003

DIAL_ATTEMPTS = 3


@dataclass(frozen=True)
class Error:
    msg: str
    status: int = 0
    code: Optional[int] = None

    def __str__(self) -> str:
        return f"{self.msg} (status={self.status} code={self.code})"


@dataclass(frozen=True)
class Result:
    token: str
    accounts: Optional[list] = None
    err: Optional[Error] = None


@dataclass
class Client:
    base_url: str
    bearer: str

    def _dial(self) -> http.client.HTTPConnection:
        u = urlsplit(self.base_url)
        kind = http.client.HTTPSConnection if u.scheme == "https" else http.client.HTTPConnection
        return kind(u.netloc, timeout=15)

    def _post(self, path: str, payload: dict) -> Tuple[int, Any, Optional[Error]]:
        """Only a connection that could not be made is tried again."""
        conn = self._dial()
        for left in reversed(range(DIAL_ATTEMPTS)):
            try:
                conn.connect()
                break
            except OSError as exc:
                if not left:
                    return 0, None, Error(f"dial: {exc}")
                time.sleep(1)
        try:
            headers = {"Authorization": f"Bearer {self.bearer}", "Content-Type": "application/json"}
            conn.request("POST", path, json.dumps(payload), headers)
            resp = conn.getresponse()
            return resp.status, json.loads(resp.read()), None
        except (OSError, ValueError, http.client.HTTPException) as exc:
            return 0, None, Error(f"post {path}: {exc}")
        finally:
            conn.close()

    def accounts(self, token: str) -> Tuple[Optional[list], Optional[Error]]:
        status, body, err = self._post("/v0/bank/credentials/account", {"credentials_token": token})
        if err is not None:
            return None, err
        if status != 200:
            return None, Error(body.get("error") or body.get("message", ""), status, body.get("error_code"))
        return body, None


def hint(err: Error) -> str:
    if err.code is None:
        return "check the bearer token, the path and the method" if err.status in (401, 405, 415) else "look at the log"
    if err.code == ERR_PROCESSING:
        return "data on its way, run again in a moment"
    if err.code == ERR_SCA_DELAY:
        return "under review, run again in two days"
    if err.code == ERR_BANK:
        return "bank offline, run again later"
    if err.code in (ERR_CREDENTIALS, ERR_SCA_REQUIRED):
        return "the user has to connect again"
    if err.code == ERR_CONFIGURATION:
        return "bad request or unknown token"
    if err.code == ERR_INCOMPLETE:
        return "open a ticket with Flanks"
    return "unknown code"


def fetch_all(client: Client, tokens: list) -> list:
    ch: "queue.Queue[Result]" = queue.Queue()

    def worker(token: str) -> None:
        accounts, err = client.accounts(token)
        ch.put(Result(token, accounts, err))

    threads = [threading.Thread(target=worker, args=(t,), daemon=True) for t in tokens]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return [ch.get_nowait() for _ in threads]


def main() -> int:
    client = Client(os.environ.get("FLANKS_URL", "https://api.flanks.io"), os.environ["FLANKS_BEARER"])
    rc = 0
    for res in fetch_all(client, sys.argv[1:]):
        if res.err is not None:
            print(f"{res.token}: {res.err}: {hint(res.err)}", file=sys.stderr)
            rc = 1
            continue
        for account in res.accounts:
            balance = account.get("balance")
            print(res.token, account["iban"], "n/a" if balance is None else f"{balance:.2f}")
    return rc


if __name__ == "__main__":
    sys.exit(main())
