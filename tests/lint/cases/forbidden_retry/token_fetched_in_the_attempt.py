# errpact: provider=flanks
"""A token that is fetched once, in the first attempt, is there in the next one: nothing was mended. A state that is asked
for after the error may tell whether to go on, and a token that is thrown away is fetched anew."""

import time

import requests

HOST = "http://localhost:8080"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"HTTP {status}: {body}")
        self.status = status
        self.body = body


class Reader:
    def __init__(self, secret):
        self.secret = secret
        self._token = None

    def bearer(self):
        if self._token is None:
            reply = requests.post(f"{HOST}/v0/token", json={"client_secret": self.secret}, timeout=30)
            if reply.status_code != 200:
                raise FlanksError(reply.status_code, reply.text)
            self._token = reply.json()["access_token"]
        return self._token

    def post(self, path, token):
        headers = {"Authorization": f"Bearer {self.bearer()}"}
        reply = requests.post(HOST + path, json={"credentials_token": token}, headers=headers, timeout=30)
        body = reply.json()
        if reply.status_code != 200 or "error" in body:
            raise FlanksError(reply.status_code, body)
        return body

    def accounts(self, token):
        for attempt in range(4):
            try:
                return self.post("/v0/bank/account", token)
            except FlanksError:  # error: EP101
                if attempt == 3:
                    raise
                time.sleep(86_400)
        return None

    def holders(self, token):
        try:
            return self.post("/v0/bank/holder", token)
        except FlanksError as error:
            if error.status != 401:
                raise
            self._token = None
        return self.post("/v0/bank/holder", token)

    def cards(self, token):
        while True:
            try:
                return self.post("/v0/bank/card", token)
            except FlanksError:
                state = requests.post(f"{HOST}/v0/credentials/status", json={"credentials_token": token}, timeout=30)
                if not state.json()["pending"]:
                    raise
            time.sleep(60)
