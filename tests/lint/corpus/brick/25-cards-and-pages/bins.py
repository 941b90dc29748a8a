"""BIN lookup of an unrelated public service; flaky, hence the insistence."""
from __future__ import annotations

import requests
import stamina


class LookupFailed(Exception):
    def __init__(self, code: str, status: int) -> None:
        super().__init__(code, status)
        self.code = code
        self.status = status


@stamina.retry(on=LookupFailed, attempts=4, wait_initial=0.2)
def issuer(bin_code: str) -> str:
    response = requests.get(f"https://lookup.binlist.net/{bin_code}", timeout=5)
    if response.status_code != 200:
        raise LookupFailed(bin_code, response.status_code)
    return response.json()["bank"]["name"]
