# errpact: provider=flanks
"""A decorator's wait that grows, and one long enough from the start."""

import requests
import tenacity


URL = "http://localhost:8080/v0/bank/account"
TRANSIENT = {20001, 20002, 50001}


class ApiError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body
        self.code = body.get("error_code")


def send(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ApiError(response.status_code, body)
    return body


def under_review(error):
    return isinstance(error, ApiError) and error.code == 20003


@tenacity.retry(retry=tenacity.retry_if_exception(under_review), wait=tenacity.wait_exponential(multiplier=60, max=86400), stop=tenacity.stop_after_attempt(4))  # error: EP102 20003
def growing(token):
    return send(token)


@tenacity.retry(retry=tenacity.retry_if_exception(under_review), wait=tenacity.wait_fixed(86400), stop=tenacity.stop_after_attempt(4))
def steady(token):
    return send(token)
