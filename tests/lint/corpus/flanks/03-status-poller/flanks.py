"""Client for Flanks: waits for the retrieval of a credentials token and downloads its accounts."""
import enum
import time
from typing import Any, Dict, List, Optional

import requests


class ErrorCode(enum.IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksException(Exception):
    """Base of everything this module raises for a Flanks answer."""

    def __init__(self, status: int, body: Dict[str, Any]) -> None:
        self.status = status
        self.error_code: Optional[int] = body.get("error_code")
        self.error = body.get("error") or body.get("message") or "no description"
        super().__init__("HTTP %d, code %s: %s" % (status, self.error_code, self.error))


class NotReadyYet(FlanksException):
    pass


class NeedsUser(FlanksException):
    """The customer must review credentials or pass the bank's second factor."""


class UnderReview(FlanksException):
    """Security checks by Flanks; takes a day or two."""


USER = (ErrorCode.CREDENTIALS_ERROR, ErrorCode.SCA_REQUIRED)


def check(response: requests.Response) -> Any:
    try:
        body = response.json()
    except ValueError:
        body = {}
    code = body.get("error_code") if isinstance(body, dict) else None
    if response.status_code == 200 and code is None:
        return body
    if code == ErrorCode.PROCESSING:
        raise NotReadyYet(response.status_code, body)
    if code == ErrorCode.SCA_ERROR:
        raise UnderReview(response.status_code, body)
    if code in USER:
        raise NeedsUser(response.status_code, body)
    raise FlanksException(response.status_code, body)


class Flanks:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", polls: int = 30, pause: float = 10.0):
        self.base_url = base_url
        self.polls = polls
        self.pause = pause
        self.http = requests.Session()
        self.http.headers.update({"Authorization": "Bearer %s" % token})

    def _call(self, path: str, payload: Dict[str, Any]) -> Any:
        return check(self.http.post(self.base_url + path, json=payload, timeout=20))

    def status(self, credentials_token: str) -> Dict[str, Any]:
        return self._call("/v0/credentials/status", {"credentials_token": credentials_token})

    def accounts(self, credentials_token: str) -> List[Dict[str, Any]]:
        for turn in range(self.polls):
            try:
                return self._call("/v0/bank/credentials/account", {"credentials_token": credentials_token})
            except NotReadyYet:
                if turn == self.polls - 1:
                    raise
                time.sleep(self.pause)
        return []


if __name__ == "__main__":
    import json
    import sys

    flanks = Flanks(sys.argv[1])
    try:
        print(json.dumps(flanks.accounts(sys.argv[2]), indent=2))
    except NeedsUser as exc:
        sys.exit("ask the customer: %s" % exc)
    except UnderReview as exc:
        sys.exit("come back in 48 hours: %s" % exc)
    except FlanksException as exc:
        sys.exit(str(exc))
