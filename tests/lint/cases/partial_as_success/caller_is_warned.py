# errpact: provider=klavi
"""A warning is for the caller, who can make an error of it; a log is for somebody else."""

import logging
import warnings

import requests

log = logging.getLogger(__name__)
URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")
        self.body = body


def _ask(link):
    body = requests.post(URL.format(link), timeout=30).json()
    if body["code"] // 100 != 2:  # error: EP202
        raise KlaviError(body)
    return body


def report(link):
    body = _ask(link)
    if body["code"] != 200:
        warnings.warn(f"the report lacks something: {body['code']}")
    return body["data"]


def report_without_the_code(link):
    body = _ask(link)
    if body["code"] != 200:
        warnings.warn("the report lacks something")
    return body["data"]


def report_logged(link):
    body = _ask(link)
    if body["code"] != 200:  # error: EP202
        log.warning("the report lacks something: %s", body["code"])
    return body["data"]


def report_always_warned(link):
    body = _ask(link)
    log.info("report of %s", link)
    return body["data"]
