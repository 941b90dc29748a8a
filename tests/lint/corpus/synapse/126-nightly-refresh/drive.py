from nightly_refresh import Failed, Node, Refresher, row


def make_client(base_url: str) -> Refresher:
    return Refresher(base_url)


async def call(client: Refresher):
    outcomes = await client.run([Node("u-1", "n-1")])
    for outcome in outcomes.values():
        if isinstance(outcome, Failed):
            raise RuntimeError(row(outcome))
    return [row(o) for o in outcomes.values()]
