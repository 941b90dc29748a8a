from landing_reports import ReportReader


def make_client(base_url: str) -> ReportReader:
    return ReportReader("partner", "token", base_url=base_url)


def call(client: ReportReader):
    return client.report("12345678909")
