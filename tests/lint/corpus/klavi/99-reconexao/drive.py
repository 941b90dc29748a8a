from reconexao import Reconexao


def make_client(base_url: str) -> Reconexao:
    return Reconexao(base_url, "parceiro", "token")


def call(client: Reconexao):
    extrato = client.extrato("76109277673", "ck-1")
    return extrato.dados, extrato.pendencias
