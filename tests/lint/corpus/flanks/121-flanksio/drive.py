from flanksio import Flanks, FlanksAuth


def make_client(base_url: str) -> Flanks:
    return Flanks(FlanksAuth("id", "secret", base_url + "/v0/token", access_token="tok"), base_url=base_url)


def call(client: Flanks):
    return client.accounts("ct-1")
