from ledger import Api, statement


def make_client(base_url: str) -> Api:
    return Api("tok", base_url=base_url + "/v1/cl")


def call(client: Api):
    return statement(client, "bice", "11111111-1", "secret")
