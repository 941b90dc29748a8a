from conexion import ServicioConexion


def make_client(base_url: str) -> ServicioConexion:
    return ServicioConexion("tok", base_url)


async def call(client: ServicioConexion):
    return await client.conectar("11222333000181", "bradesco-pj", {"usuario": "u", "senha": "s"})
