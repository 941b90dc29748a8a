import brick
import carteira


def make_client(base_url: str):
    return base_url


def call(client):
    return carteira.montar(brick.abrir_sessao("tok"), ["c-1"], client)
