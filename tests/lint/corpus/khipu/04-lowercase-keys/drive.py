from accounts import AccountsClient


def make_client(base_url: str):
    return AccountsClient("jwt", base_url + "/v1/cl/banking/personal")


def call(client):
    return client.accounts("bci.cl", "11111111-1", "secret")
