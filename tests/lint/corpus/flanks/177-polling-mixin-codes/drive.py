from investments import Investments


def make_client(base_url: str) -> Investments:
    return Investments("tok", base_url=base_url)


def call(client: Investments):
    return client.positions("cred-token")
