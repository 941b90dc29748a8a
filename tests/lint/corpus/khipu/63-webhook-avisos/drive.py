from servicio import Lanzador


def make_client(base_url: str) -> Lanzador:
    return Lanzador("t", "https://example.com/avisos/khipu", base_url)


def call(client: Lanzador):
    return client.lanzar("sii.cl/tax-folder", {"Username": "1-9", "Password": "x"})
