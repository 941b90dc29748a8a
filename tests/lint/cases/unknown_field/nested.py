# errpact: provider=khipu
"""The same at the right place; fields of the data are free."""

import requests


URL = "http://localhost:8080/v1/statements"


def nested(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise ValueError(body["Error"].get("Code"), body["Error"])
    return body["Data"]["Code"]
