from nightly import Nightly


def make_client(base_url: str) -> Nightly:
    return Nightly("id|secret", base_url=base_url)


def call(client: Nightly):
    return client.run("u-1", ["n-1"])
