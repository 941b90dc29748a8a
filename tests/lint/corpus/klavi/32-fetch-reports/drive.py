from service import MemoryCreditFile, ReportImport
from settings import KlaviSettings


def make_client(base_url: str) -> ReportImport:
    return ReportImport(KlaviSettings("p", "t", base_url=base_url), MemoryCreditFile())


def call(client: ReportImport):
    return client.run("12345678909")
