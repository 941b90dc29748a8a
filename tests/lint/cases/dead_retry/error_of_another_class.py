# errpact: provider=flanks
"""A policy that waits for what `raise_for_status` raises, around code that raises something of its own."""

import backoff
import httpx
import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(f"HTTP {reply.status_code}: {reply.text}")
        self.status = reply.status_code
        self.code = reply.json().get("error_code")


class Unavailable(FlanksError):
    pass


def ask(path, token):
    reply = requests.post("https://api.flanks.io" + path, json={"credentials_token": token}, timeout=30)
    if reply.status_code == 200 and "error_code" not in reply.json():
        return reply.json()
    if reply.json().get("error_code") == 50001:
        raise Unavailable(reply)
    raise FlanksError(reply)


@backoff.on_exception(backoff.constant, requests.HTTPError, interval=1800, max_tries=3, jitter=None)  # error: EP104
def accounts(token):
    return ask("/v0/bank/account", token)["accounts"]


@retry(retry=retry_if_exception_type(httpx.HTTPStatusError), stop=stop_after_attempt(3), wait=wait_fixed(60))  # error: EP104
def cards(token):
    return ask("/v0/bank/card", token)["cards"]


@retry(
    retry=retry_if_exception_type((requests.HTTPError, requests.ConnectionError)),
    stop=stop_after_attempt(3),
    wait=wait_fixed(1800),
    reraise=True,
)
def loans(token):
    """A connection that breaks is seen to nowhere else."""
    return ask("/v0/bank/loan", token)["loans"]


@backoff.on_exception(backoff.constant, Unavailable, interval=1800, max_tries=3, jitter=None)
def deposits(token):
    return ask("/v0/bank/deposit", token)["deposits"]


def gateway_trouble(reply):
    if reply.status_code in (502, 504):
        reply.raise_for_status()


@backoff.on_exception(backoff.constant, requests.HTTPError, interval=1800, max_tries=3, jitter=None)
def funds(token):
    """What isn't documented, but may come (a gateway's 502), is what the policy is for."""
    reply = requests.post("https://api.flanks.io/v0/bank/fund", json={"credentials_token": token}, timeout=30)
    gateway_trouble(reply)
    if reply.status_code == 200 and "error_code" not in reply.json():
        return reply.json()["funds"]
    raise FlanksError(reply)
