from khipu_gateway import KhipuGateway
from service import CashReportService


def make_client(base_url: str) -> CashReportService:
    return CashReportService(KhipuGateway("t", ("11111111-1", "secret"), base_url))


def call(client: CashReportService):
    return client.report("001", "2024-05")
