from pagamentos import Pagamentos


def make_client(base_url: str) -> Pagamentos:
    return Pagamentos(base_url, "token")


async def call(client: Pagamentos):
    return await client.iniciar("urn:brick:1", {"payment": {"amount": "10.00", "currency": "BRL"}}, "k-1")
