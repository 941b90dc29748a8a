# errpact: provider=brick
"""A batch that asks for one thing after the other repeats nothing: the loop inside is the only layer."""

import time

import requests

URL = "http://localhost:8080/open-banking/consents/v3/consents"


class Refused(Exception):
    def __init__(self, response):
        super().__init__(response.status_code)
        self.status = response.status_code
        self.body = response.text


def consent(name):
    response = requests.get(f"{URL}/{name}", timeout=30)
    if response.status_code != 200:
        raise Refused(response)
    return response.json()["data"]


def patiently(name):
    failures = 0
    while True:
        try:
            return consent(name)
        except Refused as refused:
            if refused.status < 500:
                raise
            if failures >= 8:  # error: EP103
                raise
            time.sleep(3 * 2**failures)
            failures += 1


def all_of_them(db, report):
    for (name,) in db.execute("SELECT name FROM consent").fetchall():
        try:
            db.execute("UPDATE consent SET status = ? WHERE name = ?", (patiently(name)["status"], name))
        except Refused as refused:
            report.append((name, refused.status, refused.body))


def as_documented(name):
    failures = 0
    while True:
        try:
            return consent(name)
        except Refused as refused:
            if refused.status < 500 or failures >= 5:
                raise
            time.sleep(3 * 2**failures)
            failures += 1
