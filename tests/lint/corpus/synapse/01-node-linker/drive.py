from linker import NodeLinker


def make_client(base_url: str) -> NodeLinker:
    return NodeLinker(base_url, "u1", "oauth", "id|secret", "fp")


def call(client: NodeLinker):
    return client.login("fake", "user", "pw")
