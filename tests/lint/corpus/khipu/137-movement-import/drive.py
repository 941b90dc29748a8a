from functools import partial

import requests

from importer import import_month
from models import Account
from tokens import TokenSource


def make_client(base_url: str):
    return partial(import_month, requests.Session(), TokenSource("m-1", "s3cret"), base_url=base_url + "/v1/cl")


def call(client):
    return client(Account("bci.cl", "11111111-1", "secret", "2025-03"))
