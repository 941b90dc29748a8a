from functools import partial

from risk_report import get_report


def make_client(base_url):
    return partial(get_report, base_url=base_url)


def call(client):
    return client("11122233344", "rep-1")
