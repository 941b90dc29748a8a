import flanks_api
import tasks


def make_client(base_url: str):
    flanks_api.FLANKS_URL = base_url
    flanks_api.FLANKS_TOKEN = "access-token"
    return tasks.import_portfolios


def call(client):
    return client.apply(args=("cred-token",)).get(propagate=True)
