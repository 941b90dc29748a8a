from cartolas import ClienteKhipu, ServicioCartolas


def make_client(base_url: str) -> ServicioCartolas:
    return ServicioCartolas(ClienteKhipu("jwt", base_url))


async def call(client: ServicioCartolas):
    return await client.obtener("11111111-1", "clave", "2024-03")
