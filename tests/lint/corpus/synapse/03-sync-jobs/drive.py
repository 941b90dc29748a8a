from sync_jobs import Jobs, Synapse


def make_client(base_url: str) -> Jobs:
    return Jobs(Synapse("user-1", "key", base_url=base_url))


def call(client: Jobs):
    client.add("node-1")
    return client.tick()
