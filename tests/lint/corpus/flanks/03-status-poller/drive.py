from flanks import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("token", base_url=base_url, polls=4)


def call(client: Flanks):
    return client.accounts("cred-token")
