# errpact: provider=brick
"""Nothing reaches the first condition of an `and`; where something does, the second is what decides."""

import requests

URL = "http://localhost:8080/consents/v1/consents"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


def too_late(consent):
    reply = requests.get(f"{URL}/{consent}", timeout=30)
    if reply.status_code == 200:
        return reply.json()
    if reply.status_code >= 400:
        raise Refused(reply.status_code, reply.json())
    if reply.status_code == 429 and reply.json().get("title") == "Too Many Sessions":  # error: EP306
        raise ConnectionAbortedError
    raise Refused(reply.status_code, reply.json())


def in_time(consent):
    reply = requests.get(f"{URL}/{consent}", timeout=30)
    if reply.status_code == 200:
        return reply.json()
    if reply.status_code == 429 and reply.json().get("title") == "Too Many Sessions":
        raise ConnectionAbortedError
    if reply.status_code >= 400:
        raise Refused(reply.status_code, reply.json())
    raise Refused(reply.status_code, reply.json())
