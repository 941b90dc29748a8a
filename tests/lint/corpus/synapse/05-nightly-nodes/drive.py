from nightly import NightlyNodes

ASKED, DROPPED = [], []


def make_client(base_url: str) -> NightlyNodes:
    return NightlyNodes(
        base_url,
        headers=lambda: {"X-SP-USER": "oauth|fingerprint"},
        nodes=lambda: [("u-1", "n-1")],
        ask_relink=ASKED.append,
        drop=DROPPED.append,
    )


def call(client: NightlyNodes):
    return client.run()
