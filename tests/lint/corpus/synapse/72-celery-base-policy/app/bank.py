from __future__ import annotations

from typing import Any

import httpx


class BankFailure(Exception):
    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        super().__init__(http_code, error_code, body)
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


class BankDown(BankFailure):
    pass


class BankThrottled(BankFailure):
    pass


KINDS: dict[tuple[str, str], type[BankFailure]] = {("503", "503"): BankDown, ("429", "429"): BankThrottled}


def balance(base_url: str, headers: dict[str, str], user: str, node: str) -> float:
    with httpx.Client(base_url=base_url, headers=headers, timeout=100) as http:
        body = http.patch(f"/users/{user}/nodes/{node}", params={"resync": "BALANCE"}).json()
    http_code, error_code = body.get("http_code", ""), body.get("error_code", "")
    if error_code != "0":
        raise KINDS.get((http_code, error_code), BankFailure)(http_code, error_code, body)
    return body["info"]["balance"]["amount"]
