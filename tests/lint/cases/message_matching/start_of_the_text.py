# errpact: provider=khipu
"""The description's start decides, or is only logged."""

import requests
import logging


URL = "http://localhost:8080/v1/statements"


def by_start(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        if body["Error"]["Description"].startswith("The target service"):  # error: EP305
            raise TimeoutError(body["Error"])
        raise ValueError(body["Error"])
    return body["Data"]


def logged(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        logging.warning("khipu: %s", body["Error"]["Description"])
        raise ValueError(body["Error"])
    return body["Data"]
