# errpact: provider=khipu
"""A hook or a callback is of somebody who wants to be told; what the project's own addresses are called is open."""

import requests

KHIPU = "https://api.khipu.com"


class Room:
    def __init__(self, hook):
        self.hook = hook

    def say(self, text):
        reply = requests.post(self.hook, json={"text": text}, timeout=5)
        return {"id": reply.json().get("id")}


def done(callback_url, job):
    return {"seen": requests.post(callback_url, json={"job": job}, timeout=5).json().get("seen")}


class Reports:
    def __init__(self, address=KHIPU):
        self.address = address

    def invoices(self, rut):
        body = requests.post(self.address + "/v1/cl/services/sii.cl/invoices", json={"Username": rut}, timeout=90).json()
        return {"invoices": (body.get("Data") or {}).get("Invoices")}  # error: EP201
