from cartera import Canal, Cartera


def make_client(base_url: str) -> Cartera:
    return Cartera(Canal(base_url, "token-prueba"), sondeos=5)


def call(client: Cartera):
    return client.leer("cred-1")
