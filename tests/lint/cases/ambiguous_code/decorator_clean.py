# errpact: provider=khipu
"""A decorator: by the advice."""

import requests
import tenacity


URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code}: {advice}")
        self.code = code
        self.advice = advice


def send(operation):
    body = requests.post(URL, json={"OperationId": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
    return body["Data"]


@tenacity.retry(retry=tenacity.retry_if_exception(lambda e: isinstance(e, KhipuError) and e.advice.startswith("WAIT")), wait=tenacity.wait_fixed(14400), stop=tenacity.stop_after_attempt(3))
def again(operation):
    return send(operation)
