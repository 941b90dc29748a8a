# errpact: provider=synapse
"""A client's own class gives its hook to the class that it inherits from."""

import httpx


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}/{body.get('error_code')}")
        self.status = status
        self.code = body.get("error_code")


def refuse(response):
    response.read()
    body = response.json()
    if response.status_code != 200 or body.get("error_code", "0") != "0":
        raise Refused(response.status_code, body)


class Checked(httpx.Client):
    def __init__(self):
        super().__init__(base_url="https://api.synapsefi.com/v3.1", event_hooks={"response": [refuse]})


class Unchecked(httpx.Client):
    def __init__(self):
        super().__init__(base_url="https://api.synapsefi.com/v3.1", timeout=30)


def nodes(user):
    body = Checked().get(f"/users/{user}/nodes").json()
    return [node["_id"] for node in body["nodes"]]


def nodes_unchecked(user):
    body = Unchecked().get(f"/users/{user}/nodes").json()
    return [node["_id"] for node in body["nodes"]]  # error: EP201  # error: EP202
