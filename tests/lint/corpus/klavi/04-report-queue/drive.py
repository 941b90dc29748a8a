from report_queue import Queue, by_verdict


def make_client(base_url: str) -> Queue:
    return Queue("partner", "token", base_url=base_url)


def call(client: Queue):
    return by_verdict(client.drain(["12345678909"]))
