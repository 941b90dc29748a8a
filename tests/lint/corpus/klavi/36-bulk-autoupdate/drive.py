from bulk import BulkUpdater


def make_client(base_url):
    return BulkUpdater("partner", "token", baseUrl=base_url)


def call(client):
    return client.enableAll(["conn-1"])
