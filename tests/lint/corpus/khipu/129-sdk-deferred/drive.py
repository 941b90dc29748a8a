from sdk import Bank


def make_client(base_url: str) -> Bank:
    return Bank("bancoestado", "tok", base_url=base_url + "/v1/cl")


def call(client: Bank):
    return client.movements("11111111-1", "secret")
