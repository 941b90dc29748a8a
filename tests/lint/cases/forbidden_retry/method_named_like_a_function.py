# errpact: provider=klavi
"""A method doesn't see its siblings: a name in it is the module's, though the class has one of that name too."""

import time

import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"


def transient(code):
    return code in (500, 503)


def passing(code):
    return code in (402, 500, 503)


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")

    @property
    def transient(self):
        return transient(self.code)

    def passing(self):
        return passing(self.code)

    class Kind:
        transient = False

        def of(self, code):
            return "again" if transient(code) else "never"


def ask(link):
    body = requests.post(URL.format(link), timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise KlaviError(body)


def report(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or not error.transient:
                raise
        time.sleep(pause)


def report_by_kind(link):
    for pause in (5, 30, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or error.Kind().of(error.code) == "never":
                raise
        time.sleep(pause)


def report_when_passing(link):
    for pause in (86400, 86400, None):
        try:
            return ask(link)
        except KlaviError as error:
            if pause is None or not error.passing():  # error: EP101
                raise
        time.sleep(pause)
