#!/usr/bin/env python3
"""Switch klavi's nightly auto update on or off.

    flags.py enable  KEY [KEY ...]
    flags.py disable KEY [KEY ...]
    flags.py sync    wanted.csv        (columns: key,allow)
"""
import argparse
import csv
import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from update_api import UpdateRefused, set_flag

log = logging.getLogger("flags")

BASE = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
TOKEN = os.environ.get("KLAVI_TOKEN", "")

TRUE_WORDS = {"1", "yes", "y", "sim", "true"}


def wanted_from_csv(path):
    with open(path, newline="", encoding="utf-8") as fh:
        return {row["key"]: row["allow"].strip().lower() in TRUE_WORDS for row in csv.DictReader(fh)}


def apply(wanted, base=None, workers=4):
    """{key: allow} -> list of result dicts, in the order given."""
    base = base or BASE

    def one(item):
        key, allow = item
        try:
            return set_flag(base, TOKEN, key, allow)
        except UpdateRefused as exc:
            log.error("%s: %s", key, exc)
            return {"key": key, "allow": allow, "changed": False, "code": exc.code, "message": exc.message}

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(one, wanted.items()))


def parser():
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    subs = top.add_subparsers(dest="cmd", required=True)
    for name, allow in (("enable", True), ("disable", False)):
        sub = subs.add_parser(name)
        sub.add_argument("keys", nargs="+")
        sub.set_defaults(load=lambda ns, allow=allow: dict.fromkeys(ns.keys, allow))
    sync = subs.add_parser("sync")
    sync.add_argument("csv")
    sync.set_defaults(load=lambda ns: wanted_from_csv(ns.csv))
    return top


def main(argv=None):
    ns = parser().parse_args(argv)
    results = apply(ns.load(ns))
    failed = [r for r in results if not r["changed"]]
    print(f"{len(results) - len(failed)} changed, {len(failed)} refused")
    return 1 if failed else 0


if __name__ == "__main__":
    logging.basicConfig(format="%(levelname)s %(message)s")
    sys.exit(main())
