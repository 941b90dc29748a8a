"""Waits which Klavi asks for, as a decorator."""
from datetime import timedelta
from functools import wraps

COOLDOWN = {
    414: timedelta(minutes=30),
    415: timedelta(minutes=30),
}


class KlaviRefused(Exception):
    def __init__(self, code: int, message: str):
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


def rests(times: int = 2):
    def decorate(method):
        @wraps(method)
        def wrapper(self, *args, **kwargs):
            left = times
            while True:
                try:
                    return method(self, *args, **kwargs)
                except KlaviRefused as exc:
                    pause = COOLDOWN.get(exc.code)
                    if pause is None or left == 0:
                        raise
                    left -= 1
                    self.sleep(pause.total_seconds())

        return wrapper

    return decorate
