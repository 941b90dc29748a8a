from refresh import NodeRefresher, State


def make_client(base_url: str) -> NodeRefresher:
    return NodeRefresher("client|secret", "oauth|fp", base_url=base_url)


def call(client: NodeRefresher):
    outcome = client.run("user-1", ["node-1"])["node-1"]
    if outcome.state is not State.FRESH:
        raise RuntimeError(outcome)
    return outcome
