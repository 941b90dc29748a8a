# errpact: provider=flanks
"""After an error something else is asked, and that is asked again: after any error, or where there was no answer."""

import time

import requests

ROOT = "http://localhost:8080/v0/platform/application"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.code = body.get("error_code")


def send(path, name):
    reply = requests.post(ROOT + path, json={"name": name}, timeout=30)
    body = reply.json()
    if reply.status_code != 200 or "error_code" in body:
        raise FlanksError(reply.status_code, body)
    return body


def stubborn(name):
    try:
        return send("/create", name)
    except FlanksError as error:
        if error.code != 40001:
            raise
        for attempt in range(3):
            try:
                return send("/get", name)
            except Exception:  # error: EP101
                if attempt == 2:
                    raise


def modest(name):
    try:
        return send("/create", name)
    except FlanksError as error:
        if error.code != 40001:
            raise
        for attempt in range(3):
            try:
                return send("/get", name)
            except requests.ConnectionError:
                if attempt == 2:
                    raise
                time.sleep(1)


def each(names):
    failed = {}
    for name in names:
        try:
            send(f"/{name}", name)
        except FlanksError as error:
            failed[name] = error
    return failed
