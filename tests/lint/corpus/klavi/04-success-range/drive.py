from client import IncomeClient


def make_client(base_url: str):
    return IncomeClient("tok", base_url)


def call(client):
    return client.monthly_income("12345678909")
