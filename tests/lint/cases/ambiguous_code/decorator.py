# errpact: provider=khipu
"""A decorator: by the code."""

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


@tenacity.retry(retry=tenacity.retry_if_exception(lambda e: isinstance(e, KhipuError) and e.code.startswith("E2")), wait=tenacity.wait_fixed(14400), stop=tenacity.stop_after_attempt(3))  # error: EP101 E200-E299 DO_NOT_RETRY  # error: EP205 E200-E299 WAIT_4_HOURS_BEFORE_RETRY RETRY_IMMEDIATELY DO_NOT_RETRY
def again(operation):
    return send(operation)
