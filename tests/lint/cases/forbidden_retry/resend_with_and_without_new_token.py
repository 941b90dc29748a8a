# errpact: provider=flanks
"""The same token once more, and a new one: with a new token it is another request."""

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


def renew():
    return requests.post("http://localhost:8080/v0/token", json={"grant": "refresh"}, timeout=30).text


def call(access):
    response = requests.post(URL, json={"page": 1}, headers={"Authorization": f"Bearer {access}"}, timeout=30)
    if response.status_code != 200:
        raise ApiError(response.status_code, response.json())
    return response.json()


def same_token_again(access):
    try:
        return call(access)
    except ApiError as error:
        if error.status != 401:  # error: EP101 401
            raise
        return call(access)


def new_token_then_again(access):
    try:
        return call(access)
    except ApiError as error:
        if error.status != 401:
            raise
        return call(renew())
