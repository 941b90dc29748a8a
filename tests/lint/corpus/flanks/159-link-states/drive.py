from link_states import Api


def make_client(base_url: str) -> Api:
    return Api("test-token", base_url=base_url)


def call(client: Api):
    return client.connect("link-code-1")
