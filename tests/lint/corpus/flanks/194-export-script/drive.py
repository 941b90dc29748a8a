import export_portfolios


def make_client(base_url: str):
    export_portfolios.FLANKS_URL = base_url
    export_portfolios.FLANKS_TOKEN = "access-token"
    return export_portfolios


def call(client):
    result = client.export(["cred-token"])
    return result, dict(client.errors)
