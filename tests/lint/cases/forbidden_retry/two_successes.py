# errpact: provider=brick
"""A provider with two success statuses, of which the client takes one: a blanket retry, and pages read after pages."""

import time

import requests
import tenacity


class Failed(Exception):
    def __init__(self, response):
        super().__init__(f"HTTP {response.status_code}")
        self.response = response


def once(path, page=1):
    response = requests.get(f"http://localhost:8080{path}", params={"page": page}, timeout=30)
    if response.status_code != 200:
        raise Failed(response)
    return response.json()


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(60), reraise=True)  # error: EP101  # error: EP102 LIMITE_OPERACIONAL_EXCEDIDO
def accounts():
    return once("/data/accounts")["data"]


def cards():
    found = []
    while True:
        body = once("/data/cards", page=1)
        found += body["data"]
        if "next" not in body["links"]:
            return found


def insist(path):
    try:
        return once(path)
    except Failed:  # error: EP101
        time.sleep(60)
        return once(path)


def in_a_batch(paths):
    """That the other success is refused and put away with the errors makes it none that the client takes for one."""
    found, refused = {}, {}
    for path in paths:
        try:
            found[path] = insist(path)["data"]
        except Failed as failed:
            refused[path] = failed.response
    return found, refused
