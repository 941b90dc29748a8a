from khipu_api import KhipuApi


def make_client(base_url: str) -> KhipuApi:
    return KhipuApi("test-token", base_url=base_url)


async def call(client: KhipuApi):
    return await client.company_status("76111111-1")
