# errpact: provider=flanks
"""The code's place is spelt with an underscore."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def camel(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise ValueError(response.json().get("errorCode"), response.status_code)  # error: EP303 errorCode 20001 20002 20003 40001 50001 50002 50003 401 405 415 500  # error: EP203 20001 20002 20003 40001
    return response.json()["accounts"]
