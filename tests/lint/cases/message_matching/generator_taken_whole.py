# errpact: provider=flanks
"""A generator asks while it is taken whole, by whatever takes it; its error reaches the handler around that."""

import requests

URL = "http://localhost:8080/"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.code = body.get("error_code")
        self.text = body.get("error") or ""


def page(token, path):
    reply = requests.post(URL + path, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()


def pages(token, path="v0/bank/account"):
    while True:
        document = page(token, path)
        yield document["rows"]
        path = document.get("next")
        if not path:
            return


def rows(token):
    for part in pages(token):
        yield from part


def two_accounts(token, other):
    yield from rows(token)
    yield from rows(other)


def by_comprehension(token):
    try:
        return [row for part in pages(token) for row in part]
    except FlanksError as error:
        if "invalid" in error.text:  # error: EP305
            raise PermissionError(error.code) from error
        raise


def by_list(token, other):
    try:
        return list(two_accounts(token, other))
    except FlanksError as error:
        if "invalid" in error.text:  # error: EP305
            raise PermissionError(error.code) from error
        raise


def by_extension(token):
    found, more = [], []
    try:
        found.extend(pages(token))
        more += pages(token)
    except FlanksError as error:
        if "invalid" in error.text:  # error: EP305
            raise PermissionError(error.code) from error
        raise
    return found, more


def by_star(token):
    try:
        return [*rows(token)]
    except FlanksError as error:
        if "invalid" in error.text:  # error: EP305
            raise PermissionError(error.code) from error
        raise


def with_its_number(token):
    found = {}
    try:
        for number, part in enumerate(pages(token), 1):
            found[number] = part
    except FlanksError as error:
        if "invalid" in error.text:  # error: EP305
            raise PermissionError(error.code) from error
        raise
    return found


def by_code(token):
    try:
        return sorted(rows(token))
    except FlanksError as error:
        if error.code == 50002:
            raise PermissionError(error.code) from error
        raise


def not_taken_yet(token):
    """Nothing is asked where a generator is made: what it raises is raised where it is taken."""
    try:
        found = pages(token)
    except FlanksError as error:
        if "invalid" in error.text:
            raise PermissionError(error.code) from error
        raise
    return list(found)
