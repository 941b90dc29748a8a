import logging

import backoff
import requests

log = logging.getLogger("flanks")

NO_SENSE = (401, 405, 415)


class FlanksError(Exception):
    def __init__(self, status: int, error_code: int | None, error: str):
        super().__init__(f"flanks {status}/{error_code} {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


def _hopeless(e: FlanksError) -> bool:
    return e.status in NO_SENSE or e.error_code in (20001, 20003)


class FlanksClient:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io"):
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}"})

    @backoff.on_exception(backoff.expo, FlanksError, max_tries=4, factor=30, giveup=_hopeless)
    def _post(self, path: str, payload: dict) -> dict:
        resp = self.session.post(self.base_url + path, json=payload, timeout=30)
        if resp.status_code >= 400:
            try:
                body = resp.json()
            except ValueError:
                body = {}
            raise FlanksError(resp.status_code, body.get("error_code"), body.get("error", ""))
        return resp.json()

    def exchange(self, link_code: str) -> str:
        body = self._post("/v0/links/exchange", {"code": link_code})
        log.info("exchange: %s", body.get("message"))
        return body["credentials_token"]

    def create(self, bank: str, user: str, password: str) -> str:
        body = self._post("/v0/credentials", {"bank": bank, "username": user, "password": password})
        return body["credentials_token"]

    def send_sca(self, credentials_token: str, otp: str) -> dict:
        return self._post("/v0/credentials/sca", {"credentials_token": credentials_token, "otp": otp})
