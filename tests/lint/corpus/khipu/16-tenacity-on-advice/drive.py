import httpx

from certificates import CertificateClient


def make_client(base_url: str):
    return CertificateClient(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.certificate("sii.cl/income", "11111111-1", "secret")
