from cartolas.khipu import ClienteKhipu


def make_client(base_url):
    return ClienteKhipu("test-token", base_url=base_url)


def call(client):
    return client.cartola("bancoestado", "11111111-1", "clave", "2024-05")
