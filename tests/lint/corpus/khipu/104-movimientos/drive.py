from khipucl import KhipuCL


def make_client(base_url):
    return KhipuCL("token", base_url=base_url)


def call(client):
    return client.banco_estado.movimientos("12.345.678-5", "clave", "2024-03")
