from linker import BankLinker
from synapse import Synapse


def make_client(base_url: str) -> BankLinker:
    return BankLinker(Synapse("id", "secret", "fp", base_url))


def call(client: BankLinker):
    return client.link("u1", "bofa", "synapse_good", "test1234")
