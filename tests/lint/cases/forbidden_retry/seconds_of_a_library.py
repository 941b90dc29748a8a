# errpact: provider=flanks
"""`stop_after_delay` looks at the time before the wait, so that a longer wait than that is waited once; a bound that
looks ahead isn't reached by it."""

import requests
import tenacity


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


def accounts(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()["accounts"]


@tenacity.retry(stop=tenacity.stop_after_delay(5), wait=tenacity.wait_fixed(100_000), reraise=True)  # error: EP101
def once_more(token):
    return accounts(token)


@tenacity.retry(stop=tenacity.stop_before_delay(5), wait=tenacity.wait_fixed(100_000), reraise=True)
def never_more(token):
    return accounts(token)
