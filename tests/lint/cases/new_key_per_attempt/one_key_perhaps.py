# errpact: provider=synapse
"""A key that is made once is the same in each attempt, and there in each; one that is made in the loop isn't."""

import time
import uuid

import requests

URL = "https://api.synapsefi.com/v3.1/users/u/nodes/n/trans"


class TransferError(Exception):
    def __init__(self, response):
        super().__init__(response.text)
        self.status = response.status_code
        self.code = response.json().get("error_code")


def send(key):
    headers = {"X-SP-GATEWAY": "g"}
    if key:
        headers["X-SP-IDEMPOTENCY-KEY"] = key
    response = requests.post(URL, json={"to": "n2"}, headers=headers, timeout=60)  # error: EP106
    if response.status_code != 200:
        raise TransferError(response)
    return response.json()["_id"]


def with_one(reference=None):
    key = reference or uuid.uuid4().hex
    for pause in (1800, 3600):
        try:
            return send(key)
        except TransferError as error:
            if error.code != "503":
                raise
            time.sleep(pause)
    return send(key)


def with_many():
    for pause in (1800, 3600):
        try:
            return send(uuid.uuid4().hex)
        except TransferError as error:
            if error.code != "503":
                raise
            time.sleep(pause)
    return send(uuid.uuid4().hex)
