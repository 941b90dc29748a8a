from flanks_api import ApiFlanks


def make_client(base_url: str) -> ApiFlanks:
    return ApiFlanks("token", url=base_url)


def call(client: ApiFlanks):
    return client.cartera("cred-token")
