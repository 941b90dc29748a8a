# errpact: provider=synapse
"""A key that is worked out of what it is for (`uuid5`, `UUID`) is the same each time; one with a number of the attempt
in it is another."""

import time
import uuid
from dataclasses import dataclass

import requests

URL = "https://api.synapsefi.com/v3.1/users/u/nodes/n/trans"


@dataclass(frozen=True)
class Payout:
    run: str
    employee: str

    @property
    def key(self):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"payroll:{self.run}:{self.employee}"))

    @property
    def new_key(self):
        return str(uuid.uuid1())  # error: EP106


class TransferError(Exception):
    def __init__(self, response):
        super().__init__(response.text)
        self.status = response.status_code
        self.code = response.json().get("error_code")


def send(key):
    response = requests.post(URL, json={"to": "n2"}, headers={"X-SP-IDEMPOTENCY-KEY": key}, timeout=60)
    if response.status_code != 200:
        raise TransferError(response)
    return response.json()["_id"]


def pay(payout: Payout):
    try:
        return send(payout.key)
    except TransferError as error:
        if error.code != "503":
            raise
        time.sleep(1800)
    return send(payout.key)


def send_anew(key):
    response = requests.post(URL, json={"to": "n3"}, headers={"X-SP-IDEMPOTENCY-KEY": key}, timeout=60)
    if response.status_code != 200:
        raise TransferError(response)
    return response.json()["_id"]


def pay_anew(payout: Payout):
    try:
        return send_anew(payout.new_key)
    except TransferError as error:
        if error.code != "503":
            raise
        time.sleep(1800)
    return send_anew(payout.new_key)
