import requests

from accounts_service import AccountsService
from gateway import Credentials, KhipuGateway
from resilience import AdvicePolicy, CircuitBreaker, Executor


def make_client(base_url: str):
    return AccountsService(KhipuGateway(requests.Session(), Executor(AdvicePolicy(), CircuitBreaker()), base_url))


def call(client):
    return client.accounts("bci.cl", Credentials("11111111-1", "secret"))
