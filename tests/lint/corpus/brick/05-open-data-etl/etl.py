"""Nightly extraction of account balances from Brick Bank into JSON lines."""
import argparse
import json
import os
import sys
from typing import Any, Dict, Optional

import requests
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

NO_REPEAT = {"ERRO_NO_FLUXO_OIDC"}
SCHEDULE = [3, 6, 12, 24, 48]


class BrickHTTPError(Exception):
    def __init__(self, response: requests.Response) -> None:
        try:
            self.body: Dict[str, Any] = response.json()
        except ValueError:
            self.body = {}
        self.status = response.status_code
        self.code: Optional[str] = self.body.get("code") or self.body.get("error")
        super().__init__(f"{self.status} {json.dumps(self.body, ensure_ascii=False)}")


class QuotaExhausted(BrickHTTPError):
    """Operational limit of the month was used up."""


def worth_repeating(exc: BaseException) -> bool:
    if isinstance(exc, requests.ConnectionError):
        return True
    if not isinstance(exc, BrickHTTPError):
        return False
    if exc.status == 429:
        return exc.body.get("title") == "Too Many Sessions"
    return exc.status >= 500 and exc.code not in NO_REPEAT


def pause(state: RetryCallState) -> float:
    return SCHEDULE[min(state.attempt_number, len(SCHEDULE)) - 1]


class BrickExtractor:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.retrying = Retrying(
            retry=retry_if_exception(worth_repeating),
            wait=pause,
            stop=stop_after_attempt(1 + len(SCHEDULE)),
            reraise=True,
        )

    def _fetch(self, path: str) -> Dict[str, Any]:
        response = self.session.get(self.base_url + path, timeout=30)
        if response.status_code == 423:
            raise QuotaExhausted(response)
        if response.status_code != 200:
            raise BrickHTTPError(response)
        return response.json()

    def balance(self, account_id: str) -> Dict[str, Any]:
        return self.retrying(self._fetch, f"/accounts/v2/accounts/{account_id}/balances")


def run(extractor: BrickExtractor, account_ids, out) -> int:
    problems = 0
    for account_id in account_ids:
        try:
            row = extractor.balance(account_id)
        except QuotaExhausted as exc:
            print(f"{account_id}: {exc}; stopping until the next counting period", file=sys.stderr)
            return 75
        except BrickHTTPError as exc:
            problems += 1
            row = {"accountId": account_id, "httpStatus": exc.status, "problem": exc.body}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 1 if problems else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("account_ids", nargs="+")
    parser.add_argument("--out", type=argparse.FileType("w"), default=sys.stdout)
    args = parser.parse_args()
    return run(BrickExtractor(os.environ["BRICK_TOKEN"]), args.account_ids, args.out)


if __name__ == "__main__":
    sys.exit(main())
