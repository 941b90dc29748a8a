from bank_login import BankLogin
from gateway import build_client
from verdicts import Refused


def make_client(base_url: str) -> BankLogin:
    return BankLogin(build_client(base_url, "client|secret", "fp-1"))


def call(client: BankLogin):
    match client.link("user-1", {"bank_id": "synapse_good", "bank_pw": "test1234", "bank_name": "fake"}):
        case Refused(code=code, message=message):
            raise RuntimeError(f"{code}: {message}")
        case linked:
            return linked
