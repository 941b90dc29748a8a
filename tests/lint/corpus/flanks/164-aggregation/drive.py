from aggregation import AccountsJob, FlanksGateway


def make_client(base_url: str) -> AccountsJob:
    return AccountsJob(FlanksGateway("token", base_url))


async def call(client: AccountsJob):
    return await client.run("ct-1")
