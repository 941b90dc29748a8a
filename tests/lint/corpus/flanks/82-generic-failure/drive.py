from flanks_adapter import FlanksAdapter


def make_client(base_url):
    return FlanksAdapter("tok", base_url)


def call(client):
    return client.balances("cred-token")
