# errpact: provider=klavi
"""What is done for a code in the place of what is done for a success tells them apart; what is done besides doesn't."""

import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"


def ask(link):
    return requests.post(URL.format(link), timeout=30).json()


def run(store, link, tries):
    body = ask(link)
    if body["code"] == 415 and tries < 3:
        store.put_back(link, seconds=1800)
    else:
        store.finish(link, "done" if body["code"] == 200 else "failed", body["code"])


def run_counting(store, counters, link):
    body = ask(link)
    if body["code"] == 415:  # error: EP201  # error: EP202
        counters.add("early", 1)
    store.finish(link, "done")
