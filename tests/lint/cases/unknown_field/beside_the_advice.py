# errpact: provider=khipu
"""The advice is looked for under a name of the client's own making."""

import requests

URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"])
        self.error = error


def statement(rut):
    for attempt in range(3):
        body = requests.post(URL, json={"Username": rut}, timeout=30).json()
        if body["Status"] == "OK":
            return body["Data"]
        if body["Error"].get("RetryType") != "RETRY_IMMEDIATELY":  # error: EP303
            break
    raise KhipuError(body["Error"])
