# errpact: provider=flanks
"""http.client: the reply comes apart from the request, over a connection that is chosen at run time."""

import http.client
import json
from urllib.parse import urlsplit


class Flanks:
    def __init__(self, base="http://localhost:8080"):
        url = urlsplit(base)
        self.kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        self.host = url.netloc

    def post(self, path, data):
        connection = self.kind(self.host, timeout=30)
        try:
            connection.request("POST", path, body=json.dumps(data))
            response = connection.getresponse()
            return response.status, json.loads(response.read())
        finally:
            connection.close()

    def cards(self, token):
        status, body = self.post("/v0/bank/card", {"credentials_token": token})
        if status >= 500:  # error: EP201 20001 20002 20003 40001 50001 50002 50003 401 405 415  # error: EP202 20003
            raise RuntimeError(status, body)
        return body.get("cards", [])

    def accounts(self, token):
        status, body = self.post("/v0/bank/account", {"credentials_token": token})
        if status != 200:
            raise RuntimeError(status, body)
        return body.get("accounts", [])
