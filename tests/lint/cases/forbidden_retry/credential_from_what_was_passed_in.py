# errpact: provider=flanks
"""After a 401 a function that was passed in is asked again for what the header holds: a new credential, whatever it is
called. Asked for with each request, it gives the one that was refused."""

import requests

URL = "http://localhost:8080/v0/bank/credentials/portfolio"


class Kept:
    """Asks again only after a refusal, and keeps the answer."""

    def __init__(self, entry, vault):
        self._entry = entry
        self._vault = vault
        self._slip = entry()

    def _send(self, page):
        headers = {"Authorization": f"Bearer {self._slip}"}
        reply = requests.post(URL, json={"page": page}, headers=headers, timeout=30)
        return reply.status_code, reply.json()

    def fetch(self, page):
        status, body = self._send(page)
        if status == 401:
            self._slip = self._entry()
            status, body = self._send(page)
        return status, body

    def fetch_from_vault(self, page):
        status, body = self._send(page)
        if status == 401:
            self._slip = self._vault.read()
            status, body = self._send(page)
        return status, body

    def fetch_the_same(self, page):
        status, body = self._send(page)
        if status == 401:  # error: EP101 401
            self._vault.read()
            status, body = self._send(page)
        return status, body


class Asked:
    """Asks with each request."""

    def __init__(self, entry):
        self._entry = entry

    def _send(self, page):
        headers = {"Authorization": f"Bearer {self._entry()}"}
        reply = requests.post(URL, json={"page": page}, headers=headers, timeout=30)
        return reply.status_code, reply.json()

    def fetch(self, page):
        status, body = self._send(page)
        if status == 401:  # error: EP101 401
            status, body = self._send(page)
        return status, body
