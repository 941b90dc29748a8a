# errpact: provider=klavi
"""Policies that stand in the source as TOML."""

import time
import tomllib

import requests

TEXT = """
[later]
codes = [414, 415]
wait = "30m"

[tomorrow]
codes = [406]
wait = "24h"
"""
BETTER = """
[later]
codes = [415]
wait = "30m"

[tomorrow]
codes = [406, 414]
wait = "24h"
"""
UNITS = {"m": 60, "h": 3600}


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["code"], body["message"])
        self.code = body["code"]


def waits(text):
    table = {}
    for policy in tomllib.loads(text).values():
        wait = float(policy["wait"][:-1]) * UNITS[policy["wait"][-1]]
        table.update(dict.fromkeys(policy["codes"], wait))
    return table


def report(cpf, wait_of):
    url = "https://api.klavi.ai/open-data/v1/reports"
    body = requests.get(url, params={"cpf": cpf}, timeout=30).json()
    if body["code"] in wait_of:
        time.sleep(wait_of[body["code"]])  # error: EP102
        body = requests.get(url, params={"cpf": cpf}, timeout=30).json()
    if body["code"] != 200:
        raise Refused(body)
    return body["data"]


def too_soon(cpf):
    return report(cpf, waits(TEXT))


def in_time(cpf):
    wait_of = waits(BETTER)
    url = "https://api.klavi.ai/open-data/v1/accounts"
    body = requests.get(url, params={"cpf": cpf}, timeout=30).json()
    if body["code"] in wait_of:
        time.sleep(wait_of[body["code"]])
        body = requests.get(url, params={"cpf": cpf}, timeout=30).json()
    if body["code"] != 200:
        raise Refused(body)
    return body["data"]
