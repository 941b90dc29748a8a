# errpact: provider=flanks
"""What is found among a body's keys hangs on the reply, though they are laid out with others."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def always_there(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        if "error_code" in ("error_code", *body):
            raise ValueError(body["error_code"], body)  # error: EP206 401 405 415 500
        raise ValueError(body)
    return body["accounts"]


def perhaps_there(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        if "error_code" in (*body, "error", 400):
            raise ValueError(body["error_code"], body)
        raise ValueError(body)
    return body["accounts"]
