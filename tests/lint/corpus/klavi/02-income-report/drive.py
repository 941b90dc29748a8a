from income import IncomeReports


def make_client(base_url: str) -> IncomeReports:
    return IncomeReports(base_url, "test-token")


async def call(client: IncomeReports):
    return await client.fetch("00000000191")
