from net_worth import MemoryStore, run


def make_client(base_url: str):
    return base_url, MemoryStore({"c-1": ["urn:consent:1"]})


async def call(client):
    base_url, store = client
    return await run("tok", base_url, store, ["c-1"])
