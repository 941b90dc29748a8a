# errpact: provider=brick
"""Subclasses of urllib3's Retry: one that only waits as it likes sends again what its options say; of one that decides
by itself nobody knows."""

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class ThreeSeconds(Retry):
    BASE = 3

    def get_backoff_time(self):
        return self.BASE * 2 ** max(0, len(self.history) - 1)


class Careful(Retry):
    def is_retry(self, method, status_code, has_retry_after=False):
        return status_code >= 500


class Remembers(Retry):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seen = []


def read(policy, url):
    session = requests.Session()
    session.mount("http://", HTTPAdapter(max_retries=policy))
    reply = session.get(f"http://localhost:8080/{url}", timeout=9)
    if reply.status_code not in (200, 201):
        raise RuntimeError(reply.status_code, reply.text)
    return reply.json()["data"]


def too_wide():
    session = requests.Session()
    session.mount(
        "http://",
        HTTPAdapter(  # error: EP101  # error: EP102 LIMITE_OPERACIONAL_EXCEDIDO
            max_retries=ThreeSeconds(total=5, status_forcelist=range(401, 506), raise_on_status=False)
        ),
    )
    reply = session.get("http://localhost:8080/accounts", timeout=9)
    if reply.status_code not in (200, 201):
        raise RuntimeError(reply.status_code, reply.text)
    return reply.json()["data"]


def too_wide_in_a_pool():
    pool = urllib3.PoolManager(retries=ThreeSeconds(total=2, status_forcelist=[403], raise_on_status=False))
    reply = pool.request("GET", "http://localhost:8080/accounts")  # error: EP101 403
    if reply.status not in (200, 201):
        raise RuntimeError(reply.status, reply.data)
    return reply.json()["data"]


def servers_only():
    return read(ThreeSeconds(total=5, status_forcelist=range(500, 506), raise_on_status=False), "accounts")


def decides_itself():
    return read(Careful(total=5, status_forcelist=range(401, 506), raise_on_status=False), "cards")


def made_otherwise():
    return read(Remembers(total=5, status_forcelist=range(401, 506), raise_on_status=False), "loans")
