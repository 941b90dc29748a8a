from posiciones import FlanksApi


def make_client(base_url: str) -> FlanksApi:
    return FlanksApi("tok", base_url)


def call(client: FlanksApi):
    return client.canjear("link-code")
