from klavi_http import ClienteKlavi
from servico import Conexao, ServicoConexao


def make_client(base_url: str) -> ServicoConexao:
    return ServicoConexao(ClienteKlavi("token", url=base_url))


def call(client: ServicoConexao):
    return client.conectar(Conexao("12345678909", "itau"), "ana", "segredo")
