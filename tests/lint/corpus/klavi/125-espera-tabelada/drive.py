from conexao import Conector


def make_client(base_url: str):
    return Conector(base_url, "tok", lambda cpf, codigo, texto: None)


def call(client):
    return client.conectar("12345678909", "caixa", "s3nha")
