# errpact: provider=flanks
"""The same with the right name."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def underscore(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise ValueError(response.json().get("error_code"), response.status_code)
    return response.json()["accounts"]
