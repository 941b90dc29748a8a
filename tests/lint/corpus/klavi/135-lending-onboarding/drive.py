from http_utils import new_session
from onboarding import connect_bank


def make_client(base_url: str):
    return new_session("tok"), base_url


def call(client):
    session, base_url = client
    customer = {"cpf": "12345678909", "bank": "341", "login": "ana", "password": "s3cret"}
    return connect_bank(session, customer, base_url)
