import extrato


def make_client(base_url: str):
    extrato.URL = base_url
    extrato.TOKEN = "tok"
    extrato.resultado["ok"].clear()
    extrato.resultado["falhou"].clear()
    return extrato


def call(client):
    code = client.processa([("a-1", "c-1")], None)
    return code, list(client.resultado["ok"]), dict(client.resultado["falhou"])
