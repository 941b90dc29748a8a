# errpact: provider=khipu
"""A test of the first letter takes what the prefixes below it want; in the other order all are reached."""

import requests

URL = "http://localhost:8080/v1/declarations"


class KhipuError(Exception):
    def __init__(self, kind, code):
        super().__init__(kind, code)
        self.kind = kind
        self.code = code


def kind_of(code):
    if code.startswith("E1"):
        return "login"
    if code[0] in "EFT":
        return "bank"
    if code.startswith("E3"):  # error: EP306
        return "no data"
    return "input"


def kind_in_order(code):
    if code.startswith("E3"):
        return "no data"
    if code[0] in "EFT":
        return "bank"
    return "input"


def declaration(period):
    body = requests.post(URL, json={"Period": period}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(kind_of(body["Error"]["Code"]), body["Error"]["Code"])
    return body["Data"]


def declarations(period):
    body = requests.post(URL, json={"Periods": period}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(kind_in_order(body["Error"]["Code"]), body["Error"]["Code"])
    return body["Data"]
