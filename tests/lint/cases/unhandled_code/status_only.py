# errpact: provider=khipu
"""Khipu's errors may come with HTTP 200: its own field must be looked at."""

import requests


URL = "http://localhost:8080/v1/statements"


def by_http_status(operation):
    response = requests.post(URL, json={"id": operation}, timeout=30)
    response.raise_for_status()  # error: EP201
    return {"data": response.json().get("Data")}


def by_its_own_field(operation):
    response = requests.post(URL, json={"id": operation}, timeout=30)
    response.raise_for_status()
    body = response.json()
    if body["Status"] != "OK":
        raise ValueError(body["Error"]["Code"], body["Error"]["Type"])
    return {"data": body.get("Data")}
