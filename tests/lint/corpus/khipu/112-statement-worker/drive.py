from bank_sync import Settings, StatementSync


def make_client(base_url: str) -> StatementSync:
    return StatementSync(Settings(token="jwt", base_url=base_url))


def call(client: StatementSync):
    return client.download("11111111-1", "clave", "2024-03")
