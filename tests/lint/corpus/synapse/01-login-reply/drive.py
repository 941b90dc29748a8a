from bank_login import BankLogin


def make_client(base_url: str) -> BankLogin:
    return BankLogin(
        "u-1",
        headers=lambda: {"X-SP-USER": "oauth|fingerprint", "X-SP-GATEWAY": "id|secret"},
        base_url=base_url,
    )


def call(client: BankLogin):
    return client.start("fake", "synapse_good", "test1234")
