from extrato import ClienteExtrato


def make_client(base_url: str) -> ClienteExtrato:
    return ClienteExtrato(base_url, "test-token")


def call(client: ClienteExtrato):
    return client.extrato("00000000191")
