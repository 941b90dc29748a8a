import httpx

from gateway import KlaviGateway, TransientRetry
from service import ReportService


def make_client(base_url: str):
    http = httpx.Client(base_url=base_url, headers={"Authorization": "Bearer tok"}, timeout=30)
    return ReportService(KlaviGateway(http, TransientRetry()))


def call(client):
    return client.build("12345678909", "bank-1")
