# errpact: provider=brick
"""What keeps a batch from asking for its next item says nothing of the reply to the last one; an error that is raised
once for all that failed does."""

from pathlib import Path

import requests

URL = "http://localhost:8080/consents/v2/consents"


class Failed(Exception):
    def __init__(self, status, body):
        super().__init__(f"Brick answered {status}")
        self.status = status
        self.body = body


class Closed(Exception):
    pass


class Consents:
    def __init__(self, closed: Path):
        self.closed = closed

    def read(self, consent):
        if self.closed.exists():
            raise Closed("nothing is asked before next month")
        response = requests.get(f"{URL}/{consent}", timeout=30)
        if response.status_code != 200:
            raise Failed(response.status_code, response.json())
        return response.json()

    def batch(self, consents, take):
        failed = []
        for consent in consents:
            try:
                take(self.read(consent))
            except Failed as failure:
                failed.append(failure)
        if failed:
            raise ExceptionGroup(f"{len(failed)} without an answer", failed)

    def batch_in_one_word(self, consents, take):
        failed = False
        for consent in consents:
            try:
                take(self.read(consent))
            except Failed:
                failed = True
        if failed:
            raise Closed("some got no answer")  # error: EP203
