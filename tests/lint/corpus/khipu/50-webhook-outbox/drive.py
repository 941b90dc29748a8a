from app import Worker
from outbox import Outbox


def make_client(base_url: str) -> Worker:
    return Worker(Outbox(), "test-token", base_url=base_url)


def call(client: Worker):
    job = client.outbox.add({"Username": "11111111-1", "Callback": "https://ours.example/hooks/khipu"})
    client.submit_due()
    row = client.outbox.db.execute("select state, code, reason from job where id = ?", (job,)).fetchone()
    return dict(row)
