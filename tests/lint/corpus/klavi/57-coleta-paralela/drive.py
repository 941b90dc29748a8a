from coleta import Coleta


def make_client(base_url: str) -> Coleta:
    return Coleta(base_url, "test-token")


def call(client: Coleta):
    return client.um("trace-1")
