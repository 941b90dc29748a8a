# errpact: provider=flanks
"""`pass`, and a record of what came."""

import requests


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


def passed_over(token, balances):
    try:
        balances[token] = send(token)["balance"]
    except ApiError:  # error: EP204 20003 20001 20002 40001 50001 50002 50003 401 405 415 500
        pass


def recorded(token, balances, failures):
    try:
        balances[token] = send(token)["balance"]
    except ApiError as error:
        failures.append((token, error.status, error.code))
