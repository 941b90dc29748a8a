from repay.onboarding import BorrowerFile, Onboarding
from repay.ports import BankLogin
from repay.synapse_adapter import SynapseLinking


def make_client(base_url: str):
    return Onboarding(SynapseLinking("id|secret", "oauth|fp", base_url))


def call(client):
    return client.link_account(BorrowerFile("u1"), BankLogin("chase", "jdoe", "pw"))
