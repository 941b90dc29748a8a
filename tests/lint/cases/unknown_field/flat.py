# errpact: provider=khipu
"""Khipu's code lies below `Error`."""

import requests


URL = "http://localhost:8080/v1/statements"


def flat(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise ValueError(body.get("Code"), body["Error"])  # error: EP303
    return body["Data"]
