from honorarios import connect, fees, unwrap


def make_client(base_url: str):
    return connect("test-token", base_url)


def call(client):
    return unwrap(fees(client, "11111111-1", "secret", 2023))
