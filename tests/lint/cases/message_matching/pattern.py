# errpact: provider=khipu
"""A pattern over the description."""

import requests
import re


URL = "http://localhost:8080/v1/statements"


def by_pattern(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        if re.search("not available", body["Error"]["Description"]):  # error: EP305
            raise TimeoutError(body["Error"])
        raise ValueError(body["Error"])
    return body["Data"]


def by_advice(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        if re.search("^RETRY", body["Error"]["Type"]):
            raise TimeoutError(body["Error"])
        raise ValueError(body["Error"])
    return body["Data"]
