#!/usr/bin/env python3
"""nodes.py show USER NODE | nodes.py refresh USER NODE [--patience 3]"""
import argparse
import logging
import os
import sys
import time

from synapse_rest import Pending, Refused, request

log = logging.getLogger("nodes")

MAINTENANCE = ("503", "503")
TWENTY_MINUTES = 20 * 60

# what the desk does next, by (http code, error code) of a refresh
NEXT_STEP = {
    ("400", "410"): lambda user, node: f"{node}: bank can't be refreshed, remove it from the nightly list",
    ("401", "110"): lambda user, node: f"{user}: send the re-link mail for {node}",
    ("503", "503"): lambda user, node: f"{node}: bank maintenance, come back this afternoon",
}

EXIT = {True: 75, False: 1}


def headers():
    return {
        "X-SP-GATEWAY": os.environ.get("SP_GATEWAY", ""),
        "X-SP-USER": os.environ.get("SP_USER", ""),
        "X-SP-USER-IP": "127.0.0.1",
    }


def show(user, node, base=None, **_):
    return request("GET", f"/users/{user}/nodes/{node}", headers(), base)


def refresh(user, node, base=None, patience=3, **_):
    done = False
    turn = 0
    body = None
    while not done:
        turn += 1
        try:
            body = request("PATCH", f"/users/{user}/nodes/{node}?resync=BALANCE", headers(), base)
            done = True
        except Refused as exc:
            if exc.pair != MAINTENANCE or turn >= patience:
                raise
            log.info("turn %d: %s", turn, exc)
            time.sleep(TWENTY_MINUTES)
    return body


COMMANDS = {"show": show, "refresh": refresh}


def balance(body):
    amount = (body.get("info") or {}).get("balance") or {}
    return "{amount} {currency}".format(amount=amount.get("amount", "?"), currency=amount.get("currency", ""))


def main(argv=None):
    cli = argparse.ArgumentParser(description=__doc__)
    subs = cli.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        sub = subs.add_parser(name)
        sub.add_argument("user")
        sub.add_argument("node")
        sub.add_argument("--patience", type=int, choices=range(1, 6), default=3)
    ns = cli.parse_args(argv)
    try:
        body = COMMANDS[ns.command](**vars(ns))
    except Refused as exc:
        step = NEXT_STEP.get(exc.pair, lambda user, node: f"{user}/{node}: ask engineering")
        log.error("%s -> %s", exc, step(ns.user, ns.node))
        return EXIT[isinstance(exc, Pending)]
    print(balance(body))
    return 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    sys.exit(main())
