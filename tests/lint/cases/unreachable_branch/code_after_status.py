# errpact: provider=flanks
"""The statuses above take what a code is asked for below; where it is asked for before too, that's only to be safe."""

import requests

URL = "http://localhost:8080/v0/bank/account"


class ApiError(Exception):
    def __init__(self, status, code):
        super().__init__(f"Flanks answered {status} {code}")
        self.status = status
        self.code = code


class LoginRefused(ApiError):
    pass


class Busy(ApiError):
    pass


def send(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    return response.status_code, response.json()


def error_of(status, body):
    code = body.get("error_code")
    if status >= 500:
        return Busy(status, code)
    elif status != 200:
        return ApiError(status, code)
    elif code == 40001:  # error: EP306 40001
        return LoginRefused(status, code)
    return None


def accounts(token):
    status, body = send(token)
    if (error := error_of(status, body)) is not None:
        raise error
    return body["accounts"]


def statements(token):
    status, body = send(token)
    if body.get("error_code") == 20003:
        raise Busy(status, 20003)
    if status != 200:
        raise ApiError(status, body.get("error_code"))
    if body.get("error_code") == 20003:
        raise Busy(status, 20003)
    return body["statements"]
