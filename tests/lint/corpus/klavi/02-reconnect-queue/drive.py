from reconnect import Job, Runner, Wire


def make_client(base_url: str) -> Runner:
    return Runner(Wire(base_url, "t"))


def call(client: Runner):
    return client.run([Job("trace-1", "bank-9")])
