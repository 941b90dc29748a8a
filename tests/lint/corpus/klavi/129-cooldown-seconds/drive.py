from client import Settings, open_klavi


def make_client(base_url: str):
    return Settings(token="tok", base_url=base_url)


def call(client):
    with open_klavi(client) as klavi:
        return klavi.report("12345678909")
