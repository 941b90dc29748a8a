# errpact: provider=brick
"""A hook that raises sees a reply only when the client's transport has given up sending the request again; a client
without such a transport doesn't."""

import httpx
from httpx_retries import Retry, RetryTransport

URL = "http://localhost:8080/accounts"
RETRY = Retry(total=8, backoff_factor=3, backoff_jitter=0, status_forcelist=[500, 502, 503, 504])  # error: EP103 500 502 503 504 ERRO_NO_FLUXO_OIDC


class BrickError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)


def check(reply):
    if reply.status_code != 200:
        reply.read()
        raise BrickError(reply)


def with_transport():
    with httpx.Client(transport=RetryTransport(retry=RETRY), event_hooks={"response": [check]}) as client:
        return client.get(URL).json()


def with_few():
    few = Retry(total=5, backoff_factor=3, backoff_jitter=0, status_forcelist=[500, 502, 503, 504])
    with httpx.Client(transport=RetryTransport(retry=few), event_hooks={"response": [check]}) as client:
        return client.get(URL).json()


def without():
    with httpx.Client(event_hooks={"response": [check]}) as client:
        return client.get(URL).json()
