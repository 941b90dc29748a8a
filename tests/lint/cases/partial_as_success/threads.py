# errpact: provider=klavi
"""Threads do what they are to do where they are started."""

import threading

import requests


class KlaviError(Exception):
    def __init__(self, code):
        super().__init__(f"klavi says {code}")
        self.code = code


def ask(link):
    return requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()


class Fetch(threading.Thread):
    def __init__(self, link):
        super().__init__()
        self.link, self.data, self.error = link, None, None

    def run(self):
        body = ask(self.link)
        if body["code"] != 200:
            self.error = KlaviError(body["code"])
        else:
            self.data = body["data"]


class FetchAlmost(Fetch):
    def run(self):
        body = ask(self.link)
        if body["code"] not in (200, 201):  # error: EP202
            self.error = KlaviError(body["code"])
        else:
            self.data = body["data"]


def fetched(kind, link):
    thread = kind(link)
    thread.start()
    thread.join()
    if thread.error:
        raise thread.error
    return thread.data


def report(link):
    return fetched(Fetch, link)


def report_of_almost(link):
    return fetched(FetchAlmost, link)


def report_of_a_target(link):
    found = {}

    def work(wanted, into):
        into["body"] = ask(wanted)

    thread = threading.Thread(target=work, args=(link, found))
    thread.start()
    thread.join()
    if found["body"]["code"] != 200:
        raise KlaviError(found["body"]["code"])
    return found["body"]["data"]
