import time

import requests

CONNECT_ERRORS = {
    "50001": "The bank is not available right now, try later",
    "50002": "User or password are not right",
    "50003": "Please approve the access in your bank app",
}


class FlanksException(Exception):
    def __init__(self, status, body):
        super().__init__("flanks answered %s: %s" % (status, body))
        self.status = status
        self.body = body


class FlanksClient:
    def __init__(self, token, base_url="https://api.flanks.io", pause=10):
        self.base_url = base_url
        self.pause = pause
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def _post(self, path, payload):
        return self.session.post(self.base_url + path, json=payload, timeout=60)

    def connect(self, bank, user, password):
        """returns (credentials_token, None) or (None, text for the user)"""
        r = self._post("/v0/bank/credentials", {"bank": bank, "username": user, "password": password})
        body = r.json()
        if r.status_code == 200:
            return body["credentials_token"], None
        text = CONNECT_ERRORS.get(body.get("error_code"))
        if text is None:
            raise FlanksException(r.status_code, body)
        return None, text

    def portfolio(self, credentials_token):
        # the data needs some minutes after connecting, so keep asking
        while True:
            r = self._post("/v0/bank/investments", {"credentials_token": credentials_token})
            if r.status_code == 200:
                return r.json()
            if r.status_code == 400:
                time.sleep(self.pause)
                continue
            raise FlanksException(r.status_code, r.json())
