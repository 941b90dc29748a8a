# errpact: provider=khipu
"""E3xx says that there is no such data: an empty list is the truth then, and for nothing else."""

import requests

URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"])
        self.code = error["Code"]


def send(rut):
    body = requests.post(URL, json={"Username": rut}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"])
    return body["Data"]["Movements"]


def movements(rut):
    try:
        return send(rut)
    except KhipuError as error:
        if error.code.startswith("E3"):
            return []
        raise


def movements_at_any_price(rut):
    try:
        return send(rut)
    except KhipuError:  # error: EP204
        return []
