# errpact: provider=flanks
"""The whole text compared."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def whole_text(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        text = body.get("error", "")
        if text == "User data not available. Please try again later.":  # error: EP305
            raise TimeoutError(body)
        raise ValueError(response.status_code, body)
    return body["accounts"]


def any_text(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        text = body.get("error") or "no text"
        raise ValueError(response.status_code, body, text)
    return body["accounts"]
