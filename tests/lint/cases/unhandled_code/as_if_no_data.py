# errpact: provider=khipu
"""An empty list says that there is nothing, which is right for E3xx only; a class of its own says what happened."""

import requests

URL = "http://localhost:8080/v1/cl/banks/x/statement"


class KhipuError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Nothing:
    pass


def every_letter(month):
    body = requests.post(URL, json={"Period": month}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]["Movements"]
    code = body["Error"]["Code"]
    if code.startswith("E"):  # error: EP201
        return []
    raise KhipuError(code)


def no_data_only(month):
    body = requests.post(URL, json={"Period": month, "all": True}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]["Movements"]
    code = body["Error"]["Code"]
    if code.startswith("E3"):
        return []
    raise KhipuError(code)


def kept_apart(month):
    body = requests.post(URL, json={"Period": month, "days": 1}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]["Movements"]
    code = body["Error"]["Code"]
    if code.startswith("E3"):
        return []
    if code.startswith("E"):
        return Nothing()
    raise KhipuError(code)
