from fila_klavi import FilaConexoes


def make_client(base_url):
    return FilaConexoes("token", base_url)


def call(client):
    client.incluir("12345678909", "caixa", "cliente", "segredo")
    return client.esvaziar()
