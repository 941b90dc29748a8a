# errpact: provider=klavi
"""Whether to send again, and after how long, stands in the class of the exception: what asks for it is pointed at."""

import functools
import time

import requests


class KlaviError(Exception):
    pause = None

    def __init__(self, code, message):
        super().__init__(f"{code} - {message}")
        self.code = code

    @classmethod
    def of(cls, body):
        code = int(body.get("code") or 0)
        if code == 415:
            return Registering(code, body.get("message", ""))
        if 500 <= code < 600:
            return ServerError(code, body.get("message", ""))
        return cls(code, body.get("message", ""))


class Registering(KlaviError):
    pause = 1800


class ServerError(KlaviError):
    pause = 5


def repeated(times):
    def decorator(function):
        @functools.wraps(function)
        def inner(*args):
            turn = 1
            while turn <= times:
                try:
                    return function(*args)
                except KlaviError as error:
                    if error.pause is None or turn == times:  # error: EP101 501 502 503 504 505
                        raise
                    time.sleep(error.pause)
                turn += 1

        return inner

    return decorator


def patient(function):
    @functools.wraps(function)
    def inner(*args):
        try:
            return function(*args)
        except KlaviError as error:
            if error.pause != 1800:
                raise
            time.sleep(error.pause)
        return function(*args)

    return inner


def _ask(cpf):
    reply = requests.get("https://api.klavi.ai/open-data/v1/fgts", params={"cpf": cpf}, timeout=30).json()
    if int(reply.get("code") or 0) != 200:
        raise KlaviError.of(reply)
    return reply["data"]


@repeated(3)
def fgts(cpf):
    return _ask(cpf)


@patient
def fgts_once_more(cpf):
    return _ask(cpf)
