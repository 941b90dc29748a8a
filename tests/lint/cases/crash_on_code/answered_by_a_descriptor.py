# errpact: provider=flanks
"""An object in a class answers for an attribute: `__get__` gives the pause, not the object that keeps it."""

import time
from datetime import timedelta

import requests
import tenacity

URL = "http://localhost:8080/v0/bank/account"


class Pause:
    def __init__(self, seconds):
        self._default = None if seconds is None else timedelta(seconds=seconds)

    def __set_name__(self, owner, name):
        self._name = "_" + name

    def __get__(self, obj, owner=None):
        return getattr(obj, self._name, self._default)

    def __set__(self, obj, seconds):
        setattr(obj, self._name, timedelta(seconds=seconds))


class Asked(Pause):
    @tenacity.retry(stop=tenacity.stop_after_attempt(2))
    def __get__(self, obj, owner=None):
        return self._default


class Policy:
    asked = Asked(1800)
    busy = Pause(1800)
    collecting = Pause(None)


class Patient(Policy):
    def __init__(self):
        self.collecting = 20


class ApiError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body
        self.code = body.get("error_code")


def send(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ApiError(response.status_code, body)
    return body


def of_the_class(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code != 50001:
            raise
        time.sleep(Policy().busy.total_seconds())
        return send(token)


def put_in(token):
    policy = Patient()
    try:
        return send(token)
    except ApiError as error:
        if error.code != 20002:
            raise
        time.sleep(policy.collecting.total_seconds())
        return send(token)


def never_put_in(token):
    policy = Policy()
    try:
        return send(token)
    except ApiError as error:
        if error.code != 20002:
            raise
        time.sleep(policy.collecting.total_seconds())  # error: EP206 20002
        return send(token)


def of_a_decorated_one(token):
    try:
        return send(token)
    except ApiError as error:
        if error.code != 50001:
            raise
        time.sleep(Policy().asked.total_seconds())
        return send(token)
