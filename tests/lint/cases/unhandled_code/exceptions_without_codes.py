# errpact: provider=flanks
"""Errors without a code exist as well."""

import requests


URL = "http://localhost:8080/v0/bank/account"


def looks_for_codes_only(token):
    body = requests.post(URL, json={"token": token}, timeout=30).json()
    if "error_code" in body:  # error: EP201 401 405 415 500
        raise ValueError(body["error_code"], body)
    return {"accounts": body.get("accounts")}


def looks_for_errors(token):
    body = requests.post(URL, json={"token": token}, timeout=30).json()
    if "error" in body or "error_code" in body:
        raise ValueError(body.get("error_code"), body)
    return {"accounts": body.get("accounts")}
