from report import ReportReader


def make_client(base_url):
    return ReportReader(base_url, "p", "t")


async def call(client):
    return await client.read("trace-1")
