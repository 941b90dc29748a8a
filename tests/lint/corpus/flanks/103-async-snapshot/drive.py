from snapshot import Flanks, take


def make_client(base_url: str) -> Flanks:
    return Flanks("token", base_url)


async def call(client: Flanks):
    snapshot = await take(client, "ct-1")
    if not snapshot.complete:
        raise next(iter(snapshot.missing.values()))
    return snapshot.products
