from auto_update import AutoUpdate


def make_client(base_url: str) -> AutoUpdate:
    return AutoUpdate(base_url, "partner", "test-token")


def call(client: AutoUpdate):
    return client.switch("conn-1", True)
