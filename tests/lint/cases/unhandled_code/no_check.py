# errpact: provider=flanks
"""No check at all, and the HTTP status checked."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def unchecked(token):
    body = requests.post(URL, json={"token": token}, timeout=30).json()
    return {"accounts": body.get("accounts", [])}  # error: EP201 20001 20002 20003 40001 50001 50002 50003 401 405 415 500  # error: EP202 20003


def checked(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise ValueError(response.status_code, response.json())
    return {"accounts": response.json().get("accounts", [])}
