from consents import ConsentRequest, client, open_all


def make_client(base_url: str) -> str:
    return base_url


async def call(base_url: str):
    request = ConsentRequest(
        brand_id="brand-1",
        document="12345678909",
        permissions=["ACCOUNTS_READ"],
        expiration="2025-06-01T00:00:00Z",
    )
    async with client("tok", base_url) as consents:
        return await open_all(consents, [request])
