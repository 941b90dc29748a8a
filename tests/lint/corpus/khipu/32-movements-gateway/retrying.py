import functools
import time


def repeat(times, pause=1.0):
    """Calls again while the exception says that it is `transient`."""

    def wrap(method):
        @functools.wraps(method)
        def inner(*args, **kwargs):
            attempt = 0
            while True:
                attempt += 1
                try:
                    return method(*args, **kwargs)
                except Exception as exc:
                    if attempt >= times or not getattr(exc, "transient", False):
                        raise
                time.sleep(pause)

        return inner

    return wrap
