import httpx

from poller import StatusPoller


class FakeTime:
    def __init__(self):
        self.value = 0.0

    def monotonic(self):
        return self.value

    def sleep(self, seconds):
        self.value += max(seconds, 200)


def make_client(base_url: str) -> StatusPoller:
    time = FakeTime()
    return StatusPoller(
        httpx.Client(base_url=base_url, timeout=10),
        bearer=lambda: "test-token",
        monotonic=time.monotonic,
        sleep=time.sleep,
    )


def call(client: StatusPoller):
    return client.wait("ct-1")
