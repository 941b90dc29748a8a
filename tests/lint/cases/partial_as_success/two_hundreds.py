# errpact: provider=flanks
"""202 is not done yet."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def below_three_hundred(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code >= 300:  # error: EP202 20003
        raise ValueError(response.status_code, response.json())
    return response.json()["credentials_token"]


def two_hundred(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise ValueError(response.status_code, response.json())
    return response.json()["credentials_token"]
