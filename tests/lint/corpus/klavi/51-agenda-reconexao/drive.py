from agenda import Agenda


def make_client(base_url: str) -> Agenda:
    return Agenda("parceiro", "token", base_url=base_url)


def call(client: Agenda):
    client.agendar("12345678909")
    client.rodar()
    if client.mortos:
        raise client.mortos["12345678909"]
    return client.prontos["12345678909"]
