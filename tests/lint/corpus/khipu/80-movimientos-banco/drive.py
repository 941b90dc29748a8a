from cliente import ClienteKhipu


def make_client(base_url):
    return ClienteKhipu("token-de-prueba", url_base=base_url)


def call(client):
    return client.obtener_movimientos("bancoestado.cl", "11111111-1", "secreta", "2024-03")
