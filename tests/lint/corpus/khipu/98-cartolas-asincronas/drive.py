from cartolas import KhipuCartolas, total_abonos


def make_client(base_url: str) -> KhipuCartolas:
    return KhipuCartolas(base_url, "token-prueba", "76111111-1", "clave")


async def call(client: KhipuCartolas):
    return await total_abonos(client, ["2024-05"])
