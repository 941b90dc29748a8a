# errpact: provider=flanks
"""Items of an unknown collection that an annotation calls records are several: asking for the next is no resend, and
asking for the same one again is."""

from typing import NamedTuple

import httpx

URL = "http://localhost:8080/v0/bank/account"


class Refused(Exception):
    def __init__(self, status, code):
        super().__init__(status, code)
        self.status = status
        self.code = code


class Link(NamedTuple):
    bank: str
    token: str


def ask(http: httpx.Client, link: Link):
    return http.post(URL, json={"credentials_token": link.token}, timeout=30)


def accounts(http: httpx.Client, link: Link):
    response = ask(http, link)
    for _ in range(2):
        if response.status_code == 200 or response.json().get("error_code") != 50002:  # error: EP101 50002
            break
        response = ask(http, link)
    if response.status_code != 200:
        raise Refused(response.status_code, response.json().get("error_code"))
    return response.json()["accounts"]


def all_accounts(http: httpx.Client, links):
    report = {}
    for link in links:
        try:
            report[link] = accounts(http, link)
        except Refused as refused:
            report[link] = refused
    return report


def once(http: httpx.Client, link: Link):
    response = ask(http, link)
    if response.status_code != 200:
        raise Refused(response.status_code, response.json().get("error_code"))
    return response.json()["accounts"]


def all_once(http: httpx.Client, links):
    report = {}
    for link in links:
        try:
            report[link] = once(http, link)
        except Refused as refused:
            report[link] = refused
    return report
