import httpx

from collector import ReportCollector
from gateway import HttpReportGateway
from ports import BankLogin


def make_client(base_url: str):
    return ReportCollector(HttpReportGateway(httpx.AsyncClient(base_url=base_url)))


async def call(client):
    return await client.collect(BankLogin("12345678909", "itau", "user", "secret"))
