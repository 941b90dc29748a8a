from reports import ReportService


def make_client(base_url: str):
    return ReportService(base_url + "/open-data/v1/reports", "tok")


def call(client):
    return client.report("12345678909")
