from worker import LinkWorker


def make_client(base_url: str) -> LinkWorker:
    return LinkWorker("t", base_url=base_url)


async def call(client: LinkWorker):
    client.put("l1")
    await client.tick()
    return [(r.mood, r.code) for r in client.results]
