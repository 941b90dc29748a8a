# errpact: provider=synapse
"""A session's own class adds its hook to those that each session has; one that only counts tells nothing apart."""

import requests


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}/{body.get('error_code')}")
        self.status = status
        self.code = body.get("error_code")


def refuse(response, *args, **kwargs):
    body = response.json()
    if response.status_code != 200 or body.get("error_code", "0") != "0":
        raise Refused(response.status_code, body)


class Checked(requests.Session):
    def __init__(self):
        super().__init__()
        self.hooks["response"].append(refuse)


class Counted(requests.Session):
    seen = 0

    def __init__(self):
        super().__init__()
        self.hooks["response"].append(self.count)

    def count(self, response, *args, **kwargs):
        self.seen += 1


class Plain(requests.Session):
    pass


def nodes(user):
    body = Checked().get(f"https://api.synapsefi.com/v3.1/users/{user}/nodes", timeout=30).json()
    return [node["_id"] for node in body["nodes"]]


def nodes_counted(user):
    body = Counted().get(f"https://api.synapsefi.com/v3.1/users/{user}/nodes", timeout=30).json()
    return [node["_id"] for node in body["nodes"]]  # error: EP201  # error: EP202


def nodes_plain(user):
    session = Plain()
    session.hooks["response"].append(refuse)
    body = session.get(f"https://api.synapsefi.com/v3.1/users/{user}/nodes", timeout=30).json()
    return [node["_id"] for node in body["nodes"]]


class Speaking(requests.Session):
    """What each request goes through tells errors apart, so each of them does."""

    def request(self, method, url, **options):
        response = super().request(method, "https://api.synapsefi.com/v3.1" + url, timeout=30, **options)
        refuse(response)
        return response


class Patient(requests.Session):
    """What each request goes through only adds a timeout."""

    def request(self, method, url, **options):
        return super().request(method, "https://api.synapsefi.com/v3.1" + url, timeout=30, **options)


def users():
    return [user["_id"] for user in Speaking().get("/users").json()["users"]]


def users_patiently():
    return [user["_id"] for user in Patient().get("/users").json()["users"]]  # error: EP201  # error: EP202


class Sender(requests.Session):
    def send(self, request, **options):
        response = super().send(request, **options)
        refuse(response)
        return response


def users_sent():
    return [user["_id"] for user in Sender().get("https://api.synapsefi.com/v3.1/users").json()["users"]]
