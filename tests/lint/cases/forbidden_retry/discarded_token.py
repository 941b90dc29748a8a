# errpact: provider=brick
"""Another method of the object that gave the token may change it; the same one again doesn't, nor does another object."""

import requests

URL = "http://localhost:8080/accounts/a/transactions"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.code = body.get("code")


class Accounts:
    def __init__(self, keeper, counter):
        self.keeper = keeper
        self.counter = counter

    def send(self):
        reply = requests.get(URL, headers={"Authorization": "Bearer " + self.keeper.current()}, timeout=30)
        if reply.status_code != 200:
            raise Refused(reply.status_code, reply.json())
        return reply.json()["data"]

    def dropping_it(self):
        try:
            return self.send()
        except Refused as error:
            if error.code != "TOKEN_NAO_AUTORIZADO":
                raise
        self.keeper.drop()
        return self.send()

    def counting_it(self):
        try:
            return self.send()
        except Refused as error:
            if error.code != "TOKEN_NAO_AUTORIZADO":  # error: EP101 TOKEN_NAO_AUTORIZADO
                raise
        self.counter.drop()
        return self.send()
