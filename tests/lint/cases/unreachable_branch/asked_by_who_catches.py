# errpact: provider=khipu
"""What an exception of the project's says of itself, when who catches it asks; a class that no operation raises for a
reply of the provider's is never asked about one."""

import requests

URL = "http://localhost:8080/v1/cl/banks"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"], error["Type"], error["Description"])
        self.code = error["Code"]
        self.advice = error["Type"]

    @property
    def audience(self):
        if self.code.startswith("E"):
            return "payer" if self.code[1] in "14" else "staff"
        if self.code == "E999":  # error: EP306
            return "as it stands"
        return "staff"

    def blame(self):
        if self.code == "E999":
            return "bank"
        if self.code.startswith("E"):
            return "payer"
        return "us"

    def hours(self):
        return 4 if self.advice == "WAIT_4_HOURS" else 0  # error: EP301


class RatesError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

    @property
    def audience(self):
        if self.code.startswith("E"):
            return "staff"
        return "bank" if self.code == "E999" else "us"


def accounts(login):
    body = requests.post(URL, json=login, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]
    raise KhipuError(body["Error"])


def rate(table, day):
    if day not in table:
        raise RatesError("EDAY")
    return table[day]
