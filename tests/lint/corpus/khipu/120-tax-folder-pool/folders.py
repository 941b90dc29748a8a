"""Tax folders of all debtors, eight at a time.

    python folders.py debtors.csv folders.csv
"""
import csv
import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

from again import again_if, group_by

BASE = "https://api.khipu.com/v1/cl"
WORKERS = 8

# first two characters of Error.Code: their side, worth another go
HICCUPS = ("E2", "T0", "I0")


class KhipuError(Exception):
    def __init__(self, rut, error):
        super().__init__(f"{rut}: {error['Code']} {error['Description']}")
        self.rut = rut
        self.error = error

    code = property(lambda self: self.error["Code"])
    advice = property(lambda self: self.error["Type"])


is_hiccup = lambda exc: isinstance(exc, KhipuError) and exc.code[:2] in HICCUPS  # noqa: E731


def make_fetch(base, token):
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {token}"})

    @again_if(is_hiccup, tries=4, pause=5)
    def fetch(rut, password):
        doc = session.post(
            f"{base}/services/sii.cl/tax-folder", json={"Username": rut, "Password": password}, timeout=120
        ).json()
        if doc["Status"] != "OK":
            raise KhipuError(rut, doc["Error"])
        return doc["Data"]

    return fetch


def collect(fetch, debtors, workers=WORKERS):
    folders, failures = {}, []
    with ThreadPoolExecutor(workers) as pool:
        jobs = {pool.submit(fetch, rut, password): rut for rut, password in debtors}
        for job in as_completed(jobs):
            try:
                folders[jobs[job]] = job.result()
            except KhipuError as exc:
                failures.append({"rut": exc.rut, "code": exc.code, "type": exc.advice})
    return folders, failures


def main(source, target):
    with open(source, newline="") as fh:
        debtors = [(r["rut"], r["password"]) for r in csv.DictReader(fh)]
    folders, failures = collect(make_fetch(BASE, os.environ["KHIPU_TOKEN"]), debtors)
    with open(target, "w", newline="") as fh:
        csv.writer(fh).writerows((rut, data.get("Folder")) for rut, data in sorted(folders.items()))
    for code, rows in group_by(lambda f: f["code"], failures).items():
        logging.error("%s: %s", code, ", ".join(r["rut"] for r in rows))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
