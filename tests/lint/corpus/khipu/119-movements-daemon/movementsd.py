#!/usr/bin/env python3
"""movementsd: pull bank movements once, drop them as csv, leave.  systemd timer starts us, SIGTERM stops us.

Exit codes: 0 written, 64 usage, 69 service trouble, 75 stopped, 77 login refused, 70 anything else.
"""
import argparse
import csv
import logging
import os
import signal
import sys
import threading

from khipu_wire import exchange

log = logging.getLogger("movementsd")

BASE = "https://api.khipu.com"
STOP = threading.Event()

# Error.Type -> (how often we go again, pause before it)
ADVICE = {
    "RETRY_IMMEDIATELY": (3, 2.0),
    "WAIT_4_HOURS_BEFORE_RETRY": (2, 4 * 3600.0 + 30.0),
}


class ScrapeFailed(Exception):
    def __init__(self, error, operation=None):
        self.code = str(error.get("Code", "?"))
        self.advice = str(error.get("Type", "?"))
        self.error = error
        self.operation = operation
        super().__init__("%s/%s %s" % (self.code, self.advice, error.get("Description", "")))


class Stopped(ScrapeFailed):
    """SIGTERM came while we were waiting; the error is the last one that khipu gave."""


def pull(base, token, bank, user, password):
    form = {"Username": user, "Password": password}
    left = {advice: times for advice, (times, _) in ADVICE.items()}
    while True:
        doc = exchange(base, token, f"/v1/cl/banks/{bank}/movements", form)
        if doc.get("Status") == "OK":
            return doc["Data"]
        failure = ScrapeFailed(doc.get("Error") or {}, doc.get("OperationId"))
        if left.get(failure.advice, 0) == 0:
            raise failure
        left[failure.advice] -= 1
        pause = ADVICE[failure.advice][1]
        log.info("%s, again in %.0f s", failure, pause)
        if STOP.wait(pause):
            raise Stopped(failure.error, failure.operation)


def exit_code(failure):
    if isinstance(failure, Stopped):
        return 75
    table = (("A000", 77), ("E1", 77), ("E2", 69), ("T", 69), ("I", 69), ("E4", 64), ("P", 64))
    return next((rc for prefix, rc in table if failure.code.startswith(prefix)), 70)


def dump(movements, path):
    columns = sorted({key for m in movements for key in m})
    tmp = path + ".part"
    with open(tmp, "w", newline="", encoding="utf-8") as fh:
        out = csv.DictWriter(fh, columns)
        out.writeheader()
        out.writerows(movements)
    os.replace(tmp, path)


def main(argv=None):
    cli = argparse.ArgumentParser()
    cli.add_argument("bank")
    cli.add_argument("out")
    cli.add_argument("--base", default=BASE)
    ns = cli.parse_args(argv)
    for sig in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sig, lambda *_: STOP.set())
    env = os.environ
    try:
        data = pull(ns.base, env["KHIPU_TOKEN"], ns.bank, env["BANK_USER"], env["BANK_PASSWORD"])
    except ScrapeFailed as failure:
        log.error("operation %s: %s", failure.operation, failure)
        return exit_code(failure)
    dump(data.get("Movements", []), ns.out)
    return 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="<%(levelname)s> %(message)s")
    sys.exit(main())
