from facturas import Lector, filas_de


def make_client(base_url):
    return Lector("t", base_url)


def call(client):
    return list(filas_de(client, "76111111-1", "x", "2024-04"))
