from refresh_nodes import NodeRefresher


def make_client(base_url: str) -> NodeRefresher:
    return NodeRefresher("client_id|client_secret", base_url=base_url)


def call(client: NodeRefresher):
    return client.refresh("5f0c3f2a", "5f0c3f99")
