# errpact: provider=klavi
"""A body spread into an error that names what it takes, and takes the rest as well."""

import requests


class KlaviError(Exception):
    def __init__(self, code, message="", **rest):
        super().__init__(message)
        self.code = code


class Refused(Exception):
    def __init__(self, message="", **rest):
        super().__init__("the data could not be read")


def report(link):
    body = requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()
    if body["code"] != 200:
        raise KlaviError(**body)
    return body["data"]


def report_without_the_code(link):
    body = requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()
    if body["code"] != 200:
        raise Refused(**body)  # error: EP203
    return body["data"]
