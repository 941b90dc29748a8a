# errpact: provider=flanks
"""Cases of a match."""

import requests


URL = "http://localhost:8080/v0/bank/account"
STATUS = "http://localhost:8080/v0/credentials/status"
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


def guard_first(token):
    try:
        return send(token)
    except ApiError as error:
        match error.code:
            case int(code) if code >= 50000:
                return "bank", code
            case 50002:  # error: EP306 50002
                return "login", 50002
        raise


def literal_first(token):
    try:
        return send(token)
    except ApiError as error:
        match error.code:
            case 50002:
                return "login", 50002
            case int(code) if code >= 50000:
                return "bank", code
        raise


class Failed:
    def __init__(self, code):
        self.code = code


def outcome(token):
    try:
        return send(token)
    except ApiError as error:
        return Failed(error.code)


def status(token):
    response = requests.post(STATUS, json={"credentials_token": token}, timeout=30)
    body = response.json()
    return body if response.status_code == 200 else Failed(body.get("error_code"))


def the_rest_after_one(token):
    first = outcome(token)
    if isinstance(first, Failed) and first.code == 20002:
        match status(token):
            case Failed(code=20002):
                return "still at it", 20002
            case Failed() as failed:
                return "failed", failed.code
    return first


def pairs(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = response.json()
    match response.status_code, body.get("error_code"):
        case (200, _):
            return body["accounts"]
        case (400, _):
            raise ValueError(response.status_code, body)
        case (400, 20003):  # error: EP306 20003
            raise TimeoutError(20003)
        case (400 | 401, _):
            raise PermissionError(response.status_code, body)
        case _:
            raise ApiError(response.status_code, body)
