from __future__ import annotations

from typing import Any

import httpx
from pydantic import HttpUrl
from pydantic_settings import BaseSettings, SettingsConfigDict

from .model import Failure, FlanksFailure


class FlanksSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="FLANKS_", frozen=True)

    url: HttpUrl = HttpUrl("https://api.flanks.io")
    token: str = ""
    check_delay: int = 60
    bank_delay: int = 3600


class FlanksApi:
    def __init__(self, settings: FlanksSettings) -> None:
        self._http = httpx.Client(
            base_url=str(settings.url),
            headers={"Authorization": f"Bearer {settings.token}"},
            event_hooks={"response": [self._refuse]},
        )

    @staticmethod
    def _refuse(response: httpx.Response) -> None:
        if response.status_code == httpx.codes.OK:
            return
        response.read()
        try:
            raw = response.json()
        except ValueError:
            raw = {"error": response.text}
        raise FlanksFailure(Failure(**{**raw, "status": response.status_code}))

    def positions(self, credentials_token: str) -> list[dict[str, Any]]:
        return self._http.post(
            "/v0/bank/credentials/investment", json={"credentials_token": credentials_token}
        ).json()
