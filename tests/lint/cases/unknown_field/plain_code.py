# errpact: provider=flanks
"""There is no plain `code`."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def plain(token):
    response = requests.post(URL, json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ValueError(body.get("code"), response.status_code)  # error: EP303 code 20001 20002 20003 40001 50001 50002 50003 401 405 415 500  # error: EP203 20001 20002 20003 40001
    return {"code": body.get("account", {}).get("code")}
