# errpact: provider=flanks
"""A request whose path has the word is the provider's; an address that is called after a messenger is not."""

import os

import requests

BASE = os.environ.get("BASE_URL", "http://localhost:8080")


def subscribe(url):
    body = requests.post(f"{BASE}/v0/webhooks", json={"url": url}, timeout=30).json()
    return {"id": body.get("id")}  # error: EP201 20001 20002 20003 40001 50001 50002 50003 401 405 415 500  # error: EP202 20003


def tell(text):
    reply = requests.post(os.environ["SLACK_WEBHOOK"], json={"text": text}, timeout=5)
    return {"id": reply.json().get("id")}
