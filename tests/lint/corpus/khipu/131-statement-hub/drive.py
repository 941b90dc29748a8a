from hub import StatementHub, reconcile


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with StatementHub.connect("test-token", client) as hub:
        return await reconcile(hub, {"main": ("bancoestado", "11111111-1", "secret")})
