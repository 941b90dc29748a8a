# errpact: provider=flanks
"""`ok` and `raise_for_status` let 202 pass."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def by_ok(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if not response.ok:  # error: EP202 20003
        raise ValueError(response.status_code, response.text)
    return response.json()["credentials_token"]


def by_ok_and_status(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if not response.ok:
        raise ValueError(response.status_code, response.text)
    if response.status_code == 202:
        return None
    return response.json()["credentials_token"]
