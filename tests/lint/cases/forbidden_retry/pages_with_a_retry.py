# errpact: provider=brick
"""Pages until the data say that there are no more: a success may end in many ways, and of two documented ones the client
takes one. What is repeated of the other is no reason to call the resend none."""

import time

import requests


class Falha(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.status = reply.status_code


class Server(Falha):
    pass


class Reader:
    def __init__(self, url):
        self.url = url

    def _read(self, page):
        reply = requests.get(f"{self.url}/resources", params={"page": page}, timeout=9)
        if reply.status_code != 200:
            raise (Server if 500 <= reply.status_code <= 509 else Falha)(reply)
        return reply.json()

    def _stubborn(self, page):
        for pause in (60, 120, 240):
            try:
                return self._read(page)
            except Falha:  # error: EP101
                time.sleep(pause)  # error: EP102 LIMITE_OPERACIONAL_EXCEDIDO
        return self._read(page)

    def _patient(self, page):
        for pause in (60, 120, 240):
            try:
                return self._read(page)
            except Server:
                time.sleep(pause)
        return self._read(page)

    def _pages(self, read):
        page = 1
        while True:
            body = read(page)
            yield from body["data"]
            if page >= body.get("meta", {}).get("totalPages", 1):
                return
            page += 1

    def stubborn(self):
        return list(self._pages(self._stubborn))

    def patient(self):
        return list(self._pages(self._patient))
