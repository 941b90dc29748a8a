# errpact: provider=khipu
"""Who asks whether an error is one of the login mends nothing; who logs in anew does."""

import time

import requests

URL = "https://api.khipu.com/v1/cl/services/sii.cl/tax-folder"


class KhipuError(Exception):
    def __init__(self, code, kind):
        super().__init__(code)
        self.code = code
        self.kind = kind

    @property
    def is_login(self):
        return self.code == "A000" or self.code.startswith("E1")


class Crew:
    def __init__(self, token):
        self.token = token

    def ask(self, rut, months):
        headers = {"Authorization": f"Bearer {self.token}"}
        body = requests.post(URL, json={"Username": rut, "Months": months}, headers=headers, timeout=90).json()
        if body["Status"] == "ERROR":
            raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
        return body["Data"]

    def asked(self, rut):
        for attempt in range(3):
            try:
                return self.ask(rut, 1)
            except KhipuError as exc:
                if exc.is_login or attempt == 2:  # error: EP101
                    raise
                time.sleep(4 * 3600)
        return None

    def advised(self, rut):
        for attempt in range(3):
            try:
                return self.ask(rut, 2)
            except KhipuError as exc:
                if exc.is_login or exc.kind == "DO_NOT_RETRY" or attempt == 2:
                    raise
                time.sleep(4 * 3600)
        return None

    def logged_in_anew(self, rut):
        try:
            return self.ask(rut, 3)
        except KhipuError as exc:
            if not exc.is_login:
                raise
        self.login_again()
        return self.ask(rut, 3)

    def login_again(self):
        self.token = requests.post("https://vault.example.com/khipu", timeout=10).json()["token"]
