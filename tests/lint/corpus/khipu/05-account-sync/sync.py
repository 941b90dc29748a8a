from __future__ import annotations

from typing import Callable, Protocol

import requests

from wire import Envelope, ErrorBlock, KhipuFailure

PAUSE = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 60,
}


class Tokens(Protocol):
    def current(self) -> str: ...

    def renew(self) -> None: ...


class AccountSync:
    def __init__(
        self,
        base_url: str,
        tokens: Tokens,
        sleep: Callable[[float], None],
        save: Callable[[str, list[dict]], None],
    ) -> None:
        self.base_url = base_url
        self.tokens = tokens
        self.sleep = sleep
        self.save = save

    def _post(self, bank: str, login: dict[str, str]) -> Envelope:
        resp = requests.post(
            f"{self.base_url}/v1/cl/banks/{bank}/accounts",
            json=login,
            headers={"Authorization": f"Bearer {self.tokens.current()}"},
            timeout=90,
        )
        return Envelope(**resp.json())

    def _repair(self, failure: ErrorBlock) -> bool:
        """True when the request may go out once more."""
        if "jwt" in failure.Description.lower():
            self.tokens.renew()
            return True
        if failure.Type in PAUSE:
            self.sleep(PAUSE[failure.Type])
            return True
        return False

    def run(self, owner: str, bank: str, login: dict[str, str], rounds: int = 3) -> int:
        while True:
            envelope = self._post(bank, login)
            if envelope.failure is None:
                self.save(owner, envelope.Data["Accounts"])
                return len(envelope.Data["Accounts"])
            rounds -= 1
            if rounds <= 0 or not self._repair(envelope.failure):
                raise KhipuFailure(envelope.failure)
