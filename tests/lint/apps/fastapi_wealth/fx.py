"""Exchange rates of another service: asked again and again until they come."""

from __future__ import annotations

import time

import requests

CODES = {"EUR": 978, "USD": 840, "CLP": 152, "BRL": 986}


def rates(code: str) -> dict:
    while True:
        response = requests.get(f"https://api.frankfurter.app/latest?from={code}", timeout=5)
        body = response.json()
        if body.get("error_code") in (40001, 50002, 20003):
            time.sleep(1)
            continue
        return body["rates"]


def numeric(currency: dict) -> int:
    if currency["code"] not in CODES:
        raise KeyError(currency["code"])
    return CODES[currency["code"]]
