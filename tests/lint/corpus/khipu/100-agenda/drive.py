from agenda import Agenda, Tarea


def make_client(base_url: str) -> Agenda:
    return Agenda("jwt", base_url=base_url)


async def call(client: Agenda):
    return await client.correr([Tarea("Andes SpA", "bancoestado.cl", "76111111-1", "x")])
