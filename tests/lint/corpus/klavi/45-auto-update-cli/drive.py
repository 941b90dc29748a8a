from autoupdate import KlaviUpdates


def make_client(base_url: str) -> KlaviUpdates:
    return KlaviUpdates("partner", "test-token", base_url)


def call(client: KlaviUpdates):
    return client.allow("key-1", True)
