# errpact: provider=flanks
"""Cases of text, and of numbers."""

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


def text(token):
    try:
        return send(token)
    except ApiError as error:
        match error.code:
            case "40001" | "50002":  # error: EP302 40001 50002
                return "fix", error.code
        raise


def numbers(token):
    try:
        return send(token)
    except ApiError as error:
        match error.code:
            case 40001 | 50002:
                return "fix", error.code
        raise
