# errpact: provider=synapse
"""What each attempt's error keeps of data that nobody knows multiplies its ways, but it is gone with the attempt: every
way still leads to the resend. Where such data decide, nothing is sure."""

import time

import requests

URL = "http://localhost:8080/v3.1/users/u1/nodes"


class SynapseError(Exception):
    def __init__(self, text, status, code, field=None):
        super().__init__(text)
        self.status = status
        self.code = code
        self.field = field


def error_of(response):
    body = response.json()
    error = body.get("error") or {}
    fields = [key for key in error if key != "en"]
    return SynapseError(error.get("en"), body.get("http_code"), body.get("error_code"), fields[0] if fields else None)


def by_code(payload, tried=0):
    response = requests.post(URL, json=payload, timeout=30)
    if response.ok:
        return response.json()["nodes"] if response.status_code == 200 else response
    error = error_of(response)
    if error.code in ("500", "503") and tried < 2:  # error: EP101 500
        time.sleep(30 * 2**tried)
        return by_code(payload, tried + 1)
    raise error


def by_pair(payload, tried=0):
    response = requests.post(URL, json=payload, timeout=30)
    if response.ok:
        return response.json()["nodes"] if response.status_code == 200 else response
    error = error_of(response)
    if (error.status, error.code) in (("500", "500"), ("503", "503")) and tried < 2:
        time.sleep(30 * 2**tried)
        return by_pair(payload, tried + 1)
    raise error


def by_data(payload, tried=0):
    response = requests.post(URL, json=payload, timeout=30)
    if response.ok:
        return response.json()["nodes"] if response.status_code == 200 else response
    error = error_of(response)
    if error.field == "bank" and tried < 2:
        time.sleep(30 * 2**tried)
        return by_data(payload, tried + 1)
    raise error
