from informe import Informe


def make_client(base_url: str) -> Informe:
    return Informe("token", base_url=base_url)


def call(client: Informe):
    return client.cuentas("ct-1")
