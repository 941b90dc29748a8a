from klavi_reports import KlaviReports


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with KlaviReports(client, "partner", "token") as klavi:
        return await klavi.report("12345678909")
