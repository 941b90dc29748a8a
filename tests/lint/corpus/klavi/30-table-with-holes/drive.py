import httpx

from report_client import ReportClient


def make_client(base_url: str):
    return ReportClient(httpx.Client(base_url=base_url))


def call(client):
    return client.report("12345678909")
