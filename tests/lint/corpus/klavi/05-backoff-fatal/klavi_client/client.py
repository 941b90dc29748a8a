import os

import backoff
import requests

from .codes import KlaviFault

BASE_URL = os.environ.get("KLAVI_BASE_URL", "https://api.klavi.ai")
COMPLETE = 200
INCOMPLETE = (201, 202, 203)


class Connection(dict):
    @property
    def incomplete(self):
        return self["code"] in INCOMPLETE


class KlaviClient:
    def __init__(self, partner_code, partner_token, base_url=BASE_URL):
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers.update({"partnerCode": partner_code, "partnerToken": partner_token})

    @backoff.on_exception(
        backoff.expo,
        (KlaviFault, requests.exceptions.ConnectionError),
        max_tries=5,
        giveup=lambda exc: getattr(exc, "fatal", False),
    )
    def connect(self, cpf, institution, credentials):
        answer = self.http.post(
            f"{self.base_url}/connection",
            json={"cpf": cpf, "institution": institution, **credentials},
            timeout=(3, 120),
        )
        body = answer.json()
        code = int(body["code"])
        if code == COMPLETE or code in INCOMPLETE:
            return Connection(body, code=code)
        raise KlaviFault(code, body.get("message", ""))
