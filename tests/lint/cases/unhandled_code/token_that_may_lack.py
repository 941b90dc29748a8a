# errpact: provider=flanks
"""A poller that looks each turn whether it has a token: what it was given once is there, or not, each time."""

import time

import requests


URL = "http://localhost:8080/v0/bank/investments"


class FlanksError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


class Transport:
    def __init__(self, token_source):
        self.token_source = token_source
        self.token = None

    def send(self):
        headers = {"Authorization": f"Bearer {self.token}"}
        return requests.post(URL, json={}, headers=headers, timeout=30)

    def post(self):
        if self.token is None:
            self.token = self.token_source()
        response = self.send()
        if response.status_code == 401:
            self.token = self.token_source()
            response = self.send()
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body.get("error_code"))
        return body


class Portfolio:
    def __init__(self, transport: Transport):
        self.transport = transport

    def read(self):
        for turn in range(20):
            if turn:
                time.sleep(30)
            try:
                return self.transport.post()
            except FlanksError as error:
                if error.code != 20002:
                    raise
        raise TimeoutError(URL)

    def read_or_not(self):
        found = {}
        for turn in range(20):
            if turn:
                time.sleep(30)
            try:
                found = self.transport.post()
                break
            except FlanksError as error:
                if error.code != 20002:  # error: EP201 20002
                    raise
        return found
