# errpact: provider=flanks
"""Five errors have no code."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def always_there(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ValueError(body["error_code"], body)  # error: EP206 401 405 415 500
    return body["accounts"]


def perhaps_there(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ValueError(body.get("error_code"), body)
    return body["accounts"]
