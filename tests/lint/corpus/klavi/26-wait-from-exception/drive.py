from night_sync import NightSync


def make_client(base_url: str):
    return NightSync("tok", base_url)


def call(client):
    return client.refresh("conn-1")
