# errpact: provider=flanks
"""A condition of which nothing follows picks nothing out."""

import requests

URL = "http://localhost:8080/v0/platform/link"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


def post(code):
    reply = requests.post(URL, json={"code": code}, timeout=30)
    body = reply.json()
    if reply.status_code >= 400:
        raise FlanksError(reply.status_code, body)
    return reply, body


def looked_at(code):
    reply, body = post(code)
    if reply.status_code == 202 or body.get("error_code") is not None:
        pass
    return body["link"]  # error: EP202 20003


def left_out(code):
    reply, body = post(code)
    if reply.status_code == 202 or body.get("error_code") is not None:
        pass
    else:
        return body["link"]
    raise FlanksError(reply.status_code, body)
