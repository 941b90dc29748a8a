# errpact: provider=synapse
"""A new idempotency key is no new credential: the request is the same. A new token is."""

import uuid

import requests
import tenacity

URL = "https://api.synapsefi.com/v3.1/users/u/nodes/n/trans"


class TransferError(Exception):
    def __init__(self, response):
        super().__init__(response.text)
        self.response = response
        self.code = response.json().get("error_code")


def post(headers):
    response = requests.post(URL, json={"to": "n2"}, headers=headers, timeout=60)  # error: EP106
    if response.status_code != 200 or response.json().get("error_code", "0") != "0":
        raise TransferError(response)
    return response.json()["_id"]


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(90), reraise=True)  # error: EP101
def send():
    return post({"X-SP-IDEMPOTENCY-KEY": uuid.uuid4().hex})


def twice(sign):
    try:
        return post({"X-SP-USER": sign(), "X-SP-IDEMPOTENCY-KEY": "k"})
    except TransferError as error:
        if error.code != "110":
            raise
        return post({"X-SP-USER": sign(), "X-SP-IDEMPOTENCY-KEY": "k"})
