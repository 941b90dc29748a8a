import export_reports


def make_client(base_url: str):
    export_reports.BASE = base_url
    return export_reports


def call(client):
    return client.run(["12345678909"])
