from servicio import ServicioMovimientos


def make_client(base_url):
    return ServicioMovimientos("t", base_url=base_url)


def call(client):
    return client.obtener("santander", "76111111-1", "x", "2024-03")
