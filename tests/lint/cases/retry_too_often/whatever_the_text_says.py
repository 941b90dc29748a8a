# errpact: provider=brick
"""Nine attempts are too many whatever the body's text is; five are not."""

import requests
from tenacity import retry, retry_if_exception, stop_after_attempt, wait_exponential

URL = "http://localhost:8080/accounts"


class BrickError(Exception):
    def __init__(self, status, code, text):
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


def problem(reply):
    body = reply.json()
    text = body.get("detail") or body.get("error_description") or body.get("message") or reply.text
    return BrickError(reply.status_code, body.get("code") or body.get("error"), text)


def server(error):
    return isinstance(error, BrickError) and 500 <= error.status <= 504


@retry(  # error: EP103
    retry=retry_if_exception(server), wait=wait_exponential(multiplier=3), stop=stop_after_attempt(9), reraise=True
)
def accounts():
    reply = requests.get(URL, timeout=30)
    if reply.status_code == 200:
        return reply.json()
    raise problem(reply)


@retry(retry=retry_if_exception(server), wait=wait_exponential(multiplier=3), stop=stop_after_attempt(6), reraise=True)
def five_more():
    reply = requests.get(URL, timeout=30)
    if reply.status_code == 200:
        return reply.json()
    raise problem(reply)
