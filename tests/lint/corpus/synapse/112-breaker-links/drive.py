from linker import AccountLinker


def make_client(base_url: str) -> AccountLinker:
    return AccountLinker("oauth|fp", base_url=base_url)


def call(client: AccountLinker):
    return client.link("u1", "bofa", "user", "pw")
