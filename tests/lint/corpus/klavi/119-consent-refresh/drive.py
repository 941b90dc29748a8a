import requests

from exceptions import ExceptionMapper
from refresh_service import InMemorySnapshotRepository, RefreshGateway, RefreshService


def make_client(base_url: str):
    return RefreshService(RefreshGateway(requests.Session(), base_url, ExceptionMapper()), InMemorySnapshotRepository())


def call(client):
    return client.refresh("12345678909")
