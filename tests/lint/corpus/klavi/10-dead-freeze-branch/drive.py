import httpx

from flow import Onboarding


def make_client(base_url: str):
    return Onboarding(httpx.Client(base_url=base_url))


def call(client):
    return client.submit(cpf="12345678909", login="joao", password="secret")
