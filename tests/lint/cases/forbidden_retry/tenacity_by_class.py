# errpact: provider=flanks
"""A decorator by exception class, and one by the code that the exception carries."""

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


@tenacity.retry(retry=tenacity.retry_if_exception_type(ApiError), wait=tenacity.wait_fixed(90000), stop=tenacity.stop_after_attempt(3))  # error: EP101 40001 50002 50003 405 415 401
def by_class(token):
    return send(token)


def passing(error):
    return isinstance(error, ApiError) and error.code in TRANSIENT


@tenacity.retry(retry=tenacity.retry_if_exception(passing), wait=tenacity.wait_fixed(90000), stop=tenacity.stop_after_attempt(3))
def by_code(token):
    return send(token)
