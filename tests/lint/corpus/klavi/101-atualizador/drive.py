from atualizador import Klavi


def make_client(base_url: str) -> Klavi:
    return Klavi("token", base_url=base_url)


def call(client: Klavi):
    return client.atualizar("v-1")
