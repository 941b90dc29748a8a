from update_batch import Updater


def make_client(base_url: str) -> Updater:
    return Updater("partner", "token", base_url=base_url, workers=1)


def call(client: Updater):
    return client.one("conn-1")
