from report_sync import ReportSync


def make_client(base_url: str) -> ReportSync:
    return ReportSync("tok", base_url=base_url)


def call(client: ReportSync):
    return client.score("12345678909")
