from domain import FetchReport
from handlers import Reports, SqliteAgenda


def make_client(base_url: str) -> Reports:
    return Reports("partner", "token", SqliteAgenda(), base_url=base_url)


async def call(client: Reports):
    return await client.handle(FetchReport(report_id="r-1"))
