import contextlib
import logging
import time

log = logging.getLogger("metrics")


@contextlib.contextmanager
def timed(name):
    start = time.perf_counter()
    try:
        yield
    except Exception:
        log.info("%s.failed:1|c", name)
        raise
    finally:
        log.info("%s:%d|ms", name, (time.perf_counter() - start) * 1000)


def count(name):
    log.info("%s:1|c", name)
