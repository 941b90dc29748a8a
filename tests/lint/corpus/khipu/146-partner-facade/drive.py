from facade import BankFacade


def make_client(base_url: str):
    return BankFacade("test-token", base_url=base_url + "/v1/cl")


def call(client):
    return client.movements("bci.cl", "11111111-1", "secret", "2024-11")
