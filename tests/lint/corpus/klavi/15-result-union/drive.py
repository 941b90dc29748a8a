from snapshot import SnapshotClient, refresh


def make_client(base_url: str):
    return SnapshotClient("tok", base_url)


def call(client):
    return refresh(client, {"id": "7", "cpf": "12345678909"})
