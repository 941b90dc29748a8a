from __future__ import annotations

from typing import Callable

import httpx

from bodies import BY_CODE, Body, FlanksError, StillPending, TicketNeeded


class StatusPoller:
    def __init__(
        self,
        http: httpx.Client,
        bearer: Callable[[], str],
        monotonic: Callable[[], float],
        sleep: Callable[[float], None],
        patience: float = 900,
    ) -> None:
        self.http = http
        self.bearer = bearer
        self.monotonic = monotonic
        self.sleep = sleep
        self.patience = patience

    def wait(self, credentials_token: str) -> Body:
        end = self.monotonic() + self.patience
        pause = 5.0
        while True:
            body = self.look(credentials_token)
            if body.failed and body.error_code != 20002:
                raise BY_CODE.get(body.error_code, FlanksError)(body)
            if body.errored:
                raise TicketNeeded(body)
            if body.settled:
                return body
            if self.monotonic() + pause > end:
                raise StillPending(body)
            self.sleep(pause)
            pause = min(pause * 1.5, 60)

    def look(self, credentials_token: str) -> Body:
        resp = self.http.post(
            "/v0/credentials/status",
            json={"credentials_token": credentials_token},
            headers={"Authorization": f"Bearer {self.bearer()}"},
        )
        return Body(http=resp.status_code, **resp.json())
