from api import Api
from linking import create_link


def make_client(base_url: str):
    return Api(base_url, "tok")


async def call(client):
    return await create_link(client, "itau", {"login": "joao", "password": "secret"})
