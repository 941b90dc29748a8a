# errpact: provider=flanks
"""Errors of jobs in a pool come with their results; who asks for the result and drops the error drops it."""

from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code)
        self.response = response


def accounts(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if response.status_code != 200:
        raise FlanksError(response)
    return response.json()["accounts"]


def all_accounts(tokens):
    found = []
    with ThreadPoolExecutor(4) as pool:
        for future in as_completed([pool.submit(accounts, token) for token in tokens]):
            try:
                found.extend(future.result())
            except FlanksError:  # error: EP204
                continue
    return found


def all_or_the_first_error(tokens):
    with ThreadPoolExecutor(4) as pool:
        return [future.result() for future in [pool.submit(accounts, token) for token in tokens]]
