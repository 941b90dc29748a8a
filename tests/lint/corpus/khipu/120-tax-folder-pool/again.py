"""Small functional helpers.  Copied from the pricing repo, do not edit here."""
import functools
import time


def again_if(test, tries, pause):
    """Call the function again while `test(exception)` says so."""

    def outer(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            n = 0
            while True:
                n += 1
                try:
                    return fn(*args, **kwargs)
                except Exception as exc:
                    if n >= tries or not test(exc):
                        raise
                time.sleep(pause * n)

        return inner

    return outer


def group_by(key, items):
    return functools.reduce(lambda acc, it: {**acc, key(it): acc.get(key(it), []) + [it]}, items, {})
