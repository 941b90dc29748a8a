# errpact: provider=khipu
"""The class of a connection comes out of a table by the address's scheme, or the connection from outside: `request`
gives nothing, what `getresponse` gives is the reply."""

import http.client
import json
from urllib.parse import urlsplit

CLASSES = {"https": http.client.HTTPSConnection, "http": http.client.HTTPConnection}


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__("%(Code)s/%(Type)s" % error)
        self.code = error["Code"]
        self.advice = error["Type"]


def exchange(base, path, form):
    where = urlsplit(base)
    connection = CLASSES[where.scheme](where.netloc, timeout=180)
    try:
        connection.request("POST", where.path + path, json.dumps(form), {"Content-Type": "application/json"})
        return json.loads(connection.getresponse().read().decode("utf-8"))
    finally:
        connection.close()


def checked(base, rut):
    document = exchange(base, "/v1/cl/services/afp/certificates", {"Username": rut})
    if document["Status"] == "OK":
        return document["Data"]
    raise KhipuError(document["Error"])


def blind(base, rut):
    return exchange(base, "/v1/cl/services/sii/folder", {"Username": rut})["Data"]  # error: EP201


def lent(pool, rut):
    connection = pool.get()
    connection.request("POST", "/v1/cl/services/afp/certificates", json.dumps({"Username": rut}))
    document = json.loads(connection.getresponse().read().decode("utf-8"))
    if document["Status"] == "OK":
        return document["Data"]
    raise KhipuError(document["Error"])


def lent_and_blind(pool, rut):
    connection = pool.get()
    connection.request("POST", "/v1/cl/services/afp/certificates", json.dumps({"Username": rut}))
    return json.loads(connection.getresponse().read().decode("utf-8"))["Data"]  # error: EP201
