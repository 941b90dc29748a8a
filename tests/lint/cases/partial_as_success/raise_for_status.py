# errpact: provider=flanks
"""`raise_for_status`, with and without a look at the code."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def without_a_look(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    response.raise_for_status()  # error: EP202 20003
    return response.json()["credentials_token"]


def with_a_look(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    response.raise_for_status()
    body = response.json()
    if body.get("error_code"):
        return {"pending": body["error_code"]}
    return body["credentials_token"]
