"""Downloads holdings and balances of our advisory clients from Flanks."""
import logging
import time

import requests

log = logging.getLogger(__name__)

FLANKS = "https://api.flanks.io"

WAIT_SECONDS = 15
MAX_WAIT = 20 * 60


class FlanksError(Exception):
    def __init__(self, code, text):
        super().__init__(f"Flanks {code}: {text}")
        self.code = code
        self.text = text


class NotReady(FlanksError):
    pass


class Flanks:
    def __init__(self, token, base_url=FLANKS):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}"})

    def _query(self, path, credentials_token):
        response = self.session.post(
            f"{self.base_url}{path}",
            json={"credentials_token": credentials_token},
            timeout=30,
        )
        body = response.json()
        if response.status_code != 200:
            code = body["error_code"]
            text = body.get("error", "")
            if "try again" in text.lower():
                raise NotReady(code, text)
            raise FlanksError(code, text)
        return body

    def _wait_for(self, path, credentials_token):
        deadline = time.monotonic() + MAX_WAIT
        while True:
            try:
                return self._query(path, credentials_token)
            except NotReady as e:
                if time.monotonic() > deadline:
                    raise
                log.info("%s not ready yet: %s", path, e.text)
                time.sleep(WAIT_SECONDS)

    def holdings(self, credentials_token):
        portfolios = self._wait_for("/v0/bank/credentials/portfolios", credentials_token)
        accounts = self._wait_for("/v0/bank/credentials/accounts", credentials_token)
        return {
            "portfolios": [self._position(p) for p in portfolios],
            "cash": {a["iban"]: a["balance"] for a in accounts if a["balance"] is not None},
        }

    @staticmethod
    def _position(portfolio):
        value = portfolio.get("value")
        return {"name": portfolio["name"], "value": None if value is None else round(value, 2)}


def collect(flanks, tokens):
    result, failed = {}, {}
    for client_id, token in tokens.items():
        try:
            result[client_id] = flanks.holdings(token)
        except FlanksError as e:
            log.warning("client %s: %s", client_id, e)
            failed[client_id] = e.code
    return result, failed
