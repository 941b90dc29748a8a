# errpact: provider=khipu
"""`tls and Https or Http` is one of both, so that what the connection gives is a reply."""

import http.client
import json
from urllib.parse import urlsplit


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__("%(Code)s/%(Type)s" % error)
        self.code = error["Code"]
        self.advice = error["Type"]


class Certificates:
    def __init__(self, base="https://api.khipu.com"):
        parts = urlsplit(base)
        self.tls = parts.scheme == "https"
        self.netloc = parts.netloc

    def ask(self, rut):
        cls = self.tls and http.client.HTTPSConnection or http.client.HTTPConnection
        connection = cls(self.netloc, timeout=90)
        connection.request("POST", "/v1/cl/services/afp/certificates", json.dumps({"Username": rut}))
        return json.loads(connection.getresponse().read().decode("utf-8"))

    def checked(self, rut):
        document = self.ask(rut)
        if document["Status"] == "OK":
            return document["Data"]
        raise KhipuError(document["Error"])

    def blind(self, rut):
        return self.ask(rut)["Data"]  # error: EP201
