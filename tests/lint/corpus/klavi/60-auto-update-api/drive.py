from services import AutoUpdate, crm, klavi


def make_client(base_url: str) -> AutoUpdate:
    return AutoUpdate(klavi(base_url, "partner", "token"), crm(base_url))


def call(client: AutoUpdate):
    return client.switch("c-1", True)
