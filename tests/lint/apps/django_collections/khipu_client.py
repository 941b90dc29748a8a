"""Khipu's open data services."""

import time

import requests

BASE = "https://api.khipu.com/v1/cl/services/"
FOUR_HOURS = 4 * 60 * 60


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error.get("Description"))
        self.code = error["Code"]
        self.advice = error["Type"]


def ask(service, payload, key):
    response = requests.post(BASE + service, json=payload, headers={"x-api-key": key}, timeout=60)
    body = response.json()
    if body["Status"] != "OK":
        raise KhipuError(body["Error"])
    return body["Data"]


def ask_patiently(service, payload, key):
    for _ in range(3):
        try:
            return ask(service, payload, key)
        except KhipuError as error:
            if error.advice == "WAIT_4_HOURS_BEFORE_RETRY":
                time.sleep(FOUR_HOURS)
            elif error.advice != "RETRY_IMMEDIATELY":
                raise
            failed = error
    raise failed
