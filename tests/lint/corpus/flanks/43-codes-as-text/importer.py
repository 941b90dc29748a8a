"""Imports the movements of all connected banks."""
import time
from datetime import date

import requests

from codes import NEEDS_USER, Code

WAIT = 30
ROUNDS = 8


class ImportFailed(Exception):
    def __init__(self, status, body):
        self.status = status
        self.body = body
        super().__init__("flanks: %s %s" % (status, body.get("error")))


class AskCustomer(ImportFailed):
    """The customer has to do something in the app."""


class StillRunning(ImportFailed):
    pass


class MovementImporter:
    def __init__(self, token, url="https://api.flanks.io"):
        self.url = url
        self.token = token

    def _post(self, path, data):
        r = requests.post(self.url + path, json=data, headers={"Authorization": "Bearer " + self.token}, timeout=30)
        return r.status_code, r.json()

    def run(self, credentials_token, since=None):
        data = {"credentials_token": credentials_token}
        if since is not None:
            data["from"] = since.isoformat()
        for _ in range(ROUNDS):
            status, body = self._post("/v0/bank/transaction", data)
            code = body.get("error_code")
            if code == Code.PROCESSING:
                time.sleep(WAIT)
                continue
            if code in NEEDS_USER:
                raise AskCustomer(status, body)
            if status != 200 or code is not None:
                raise ImportFailed(status, body)
            return body["transactions"]
        raise StillRunning(status, body)


def import_today(importer, tokens):
    return {token: len(importer.run(token, since=date.today())) for token in tokens}
