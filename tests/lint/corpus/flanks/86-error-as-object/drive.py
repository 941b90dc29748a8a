from flanks import FlanksHolders


def make_client(base_url):
    return FlanksHolders("tok", base_url + "/v0/bank/holder")


def call(client):
    return client.is_holder("cred-token", "X-1")
