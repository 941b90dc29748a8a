from repositorio import Conexao, RepositorioKlavi


def make_client(base_url):
    return RepositorioKlavi(base_url, "test-token")


def call(client):
    return client.definir(Conexao("k1", True))
