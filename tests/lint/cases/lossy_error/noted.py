# errpact: provider=khipu
"""What an exception's notes say goes with it: the code, or only that something failed."""

import requests

URL = "https://api.khipu.com/v1/cl/banks/{}/accounts"


def accounts(bank):
    body = requests.post(URL.format(bank), timeout=30).json()
    if body["Status"] != "OK":
        error = RuntimeError("Khipu")
        error.add_note(f"{body['Error']['Code']} {body['Error']['Type']}")
        raise error
    return body["Data"]


def accounts_noted_only(bank):
    body = requests.post(URL.format(bank), timeout=30).json()
    if body["Status"] != "OK":
        error = RuntimeError("Khipu")
        error.add_note("asked for the accounts")
        raise error  # error: EP203
    return body["Data"]
