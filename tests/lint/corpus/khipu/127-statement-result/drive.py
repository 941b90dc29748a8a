from statements import StatementService


class FakeVault:
    def login(self, customer_id):
        return {"Username": "11111111-1", "Password": "secret"}


def make_client(base_url: str):
    return StatementService(FakeVault(), "tok", base_url=base_url + "/v1/cl")


def call(client):
    return client.statement(7, "bci.cl", "2024-05")
