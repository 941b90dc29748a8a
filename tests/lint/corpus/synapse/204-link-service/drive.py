from _http import SynapseHttp
from linking import link_bank
from models import BankLogin


def make_client(base_url: str) -> SynapseHttp:
    return SynapseHttp("id|secret", base_url)


def call(client: SynapseHttp):
    return link_bank(client, "u1", "oauth|fp", BankLogin("chase", "jdoe", "pw"))
