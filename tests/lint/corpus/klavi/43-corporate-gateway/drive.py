from openfinance import KlaviReportGateway, ReportRequestDto


def make_client(base_url: str) -> KlaviReportGateway:
    return KlaviReportGateway(base_url, "test-token")


def call(client: KlaviReportGateway):
    return client.find_report(ReportRequestDto("link-1"))
