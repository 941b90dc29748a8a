# errpact: provider=khipu
"""One word for all errors, and the word with what came."""

import requests


URL = "http://localhost:8080/v1/statements"


def one_word(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise RuntimeError("khipu failed")  # error: EP203
    return body["Data"]


def word_and_error(operation):
    body = requests.post(URL, json={"id": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise RuntimeError("khipu failed", body["Error"])
    return body["Data"]
