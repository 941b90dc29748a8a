# errpact: provider=brick
"""What isn't finished may be left as it was, for another night; an error may not, nor what is written as if it were."""

import json
import logging

import requests

log = logging.getLogger(__name__)
URL = "https://api.brick.example/accounts"


class BrickError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.code = code


class NotFinished(Exception):
    pass


def accounts(consent):
    reply = requests.get(URL, params={"consentId": consent}, timeout=30)
    if reply.status_code == 202:
        raise NotFinished(consent)
    if reply.status_code != 200:
        raise BrickError(reply.status_code, reply.json().get("code"))
    return reply.json()["data"]


def as_it_was(entry):
    try:
        entry["accounts"] = accounts(entry["consent"])
    except NotFinished:
        log.info("%s isn't finished yet", entry["consent"])
    except BrickError as error:
        entry["error"] = error.code


def errors_too(entry):
    try:
        entry["accounts"] = accounts(entry["consent"])
    except NotFinished:
        log.info("%s isn't finished yet", entry["consent"])
    except BrickError as error:  # error: EP204
        log.info("%s: %s", entry["consent"], error)


def written_as_done(entry, path):
    entry["accounts"] = None
    try:
        entry["accounts"] = accounts(entry["consent"])
    except NotFinished:  # error: EP204
        log.info("%s isn't finished yet", entry["consent"])
    except BrickError as error:
        entry["error"] = error.code
    entry["done"] = True
    path.write_text(json.dumps(entry))
