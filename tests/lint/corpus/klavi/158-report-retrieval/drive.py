from gateway import GatewaySettings, KlaviReportGateway
from report_service import CreditReportService


def make_client(base_url: str) -> CreditReportService:
    return CreditReportService(KlaviReportGateway(GatewaySettings(base_url=base_url, partner_token="t")))


def call(client: CreditReportService):
    return client.obtain("rep-1")
