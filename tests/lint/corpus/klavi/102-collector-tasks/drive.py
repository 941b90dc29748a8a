from collector import Collector
from results import Err


def make_client(base_url: str) -> Collector:
    return Collector("test-token", base_url=base_url)


async def call(client: Collector):
    results = await client.collect_all(["link-1"])
    match results["link-1"]:
        case Err(raw=raw, message=message):
            raise RuntimeError(f"{raw}: {message}")
        case ok:
            return ok
