import httpx

from flanks_api import FlanksApi
from portfolio_worker import Event, PortfolioWorker


class Sink:
    def __init__(self) -> None:
        self.calls = []

    async def replace(self, *args):
        self.calls.append(("replace", *args))

    async def requeue(self, *args):
        self.calls.append(("requeue", *args))

    async def notify(self, *args):
        self.calls.append(("notify", *args))

    async def ticket(self, *args):
        self.calls.append(("ticket", *args))


def make_client(base_url: str) -> PortfolioWorker:
    sink = Sink()
    api = FlanksApi(httpx.AsyncClient(base_url=base_url, timeout=20), "test-token")
    return PortfolioWorker(api, sink, sink)


async def call(client: PortfolioWorker):
    return await client.handle(Event("customer-1", "tok"))
