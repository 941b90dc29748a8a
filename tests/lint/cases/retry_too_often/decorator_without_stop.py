# errpact: provider=flanks
"""A decorator without and with a stop."""

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


def unreachable(error):
    return isinstance(error, ApiError) and error.code == 50001


@tenacity.retry(retry=tenacity.retry_if_exception(unreachable), wait=tenacity.wait_fixed(60))  # error: EP103 50001
def never_stops(token):
    return send(token)


@tenacity.retry(retry=tenacity.retry_if_exception(unreachable), wait=tenacity.wait_fixed(60), stop=tenacity.stop_after_delay(600))
def stops(token):
    return send(token)
