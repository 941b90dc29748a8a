from open_data import OpenData


def make_client(base_url: str):
    return OpenData("tok", base_url + "/open-data/v1")


async def call(client):
    return await client.connect("12345678909", "joao", "secret")
