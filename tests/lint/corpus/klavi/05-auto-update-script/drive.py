from auto_update import Updater


def make_client(base_url: str) -> Updater:
    return Updater("code", "token", host=base_url)


def call(client: Updater):
    return client.switch("ck-1", True)
