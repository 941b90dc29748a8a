from consent_watch import ConsentWatch


def make_client(base_url: str) -> ConsentWatch:
    return ConsentWatch(base_url, "tok")


def call(client: ConsentWatch):
    return client.consent("c-1")
