# errpact: provider=flanks
"""Decided by words, and words merely shown."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def by_words(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code == 202:
        raise TimeoutError(body)
    if response.status_code != 200:
        if "security checks" in body["error"]:  # error: EP305 20001 20002 20003 40001 50001 50002 50003 401 405 415 500
            raise TimeoutError(body)
        raise ValueError(response.status_code, body)
    return body["accounts"]


def words_shown(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code == 202:
        raise TimeoutError(body)
    if response.status_code != 200:
        print(body["error"])
        if body.get("error_code") == 20003:
            raise TimeoutError(body)
        raise ValueError(response.status_code, body)
    return body["accounts"]
