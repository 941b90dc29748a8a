from backfill import Backfill, Checkpoint


def make_client(base_url: str) -> Backfill:
    return Backfill("jwt", {"Username": "11111111-1", "Password": "x"}, Checkpoint(None), base_url=base_url)


def call(client: Backfill):
    return client.run("2024-03", "2024-03")
