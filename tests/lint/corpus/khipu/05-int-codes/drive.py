from cartola import LectorCartolas


def make_client(base_url: str):
    return LectorCartolas("jwt", base_url + "/v1/cl")


def call(client):
    return client.leer("bancoestado.cl", "11111111-1", "secret", "2026-10")
