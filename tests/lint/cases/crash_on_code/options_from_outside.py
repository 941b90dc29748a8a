# errpact: provider=flanks
"""What an entry point is given beside its parameters is its caller's; a table of one's own has what it has."""

import time

import requests

URL = "http://localhost:8080/v0/bank/account"
PAUSES = {20001: 60, 20002: 60}


class ApiError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}: {body}")
        self.code = body.get("error_code")


def accounts(token):
    response = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if response.status_code != 200:
        raise ApiError(response.status_code, response.json())
    return response.json()


class Command:
    def handle(self, *args, **options):
        for token in tokens():
            try:
                accounts(token)
            except ApiError as error:
                time.sleep(options["pause"])
                print(args[0], error.code)
                self.tell(error, **options)

    def tell(self, error, **options):
        print(options["prefix"], error.code)


def handle_defaults(token, **options):
    chosen = {"verbose": True, **options}
    try:
        return accounts(token)
    except ApiError as error:
        return chosen["label"], error.code


def handle_by_table(token, **options):
    try:
        return accounts(token)
    except ApiError as error:
        time.sleep(PAUSES[error.code])  # error: EP206
        return options["label"], error.code


def tell(error, **words):
    return words["prefix"], error.code  # error: EP206


def handle_too_few(token):
    try:
        return accounts(token)
    except ApiError as error:
        return tell(error, label="x")
