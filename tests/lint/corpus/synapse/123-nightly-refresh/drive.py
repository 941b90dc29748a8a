from refresh import Outcome, RefreshClient, Verdict


class NotFresh(Exception):
    pass


def make_client(base_url: str) -> RefreshClient:
    return RefreshClient("id|secret", "oauth", base_url)


async def call(client: RefreshClient) -> Outcome:
    outcome = await client.refresh("u1", "n1")
    if outcome.verdict is not Verdict.FRESH:
        raise NotFresh(outcome)
    return outcome
