from balances import Treasury, sheet


def make_client(base_url: str) -> Treasury:
    return Treasury("test-token", root=base_url + "/v1/cl")


def call(client: Treasury):
    return sheet(client, [("bci.cl", "76111111-1", "secret")])
