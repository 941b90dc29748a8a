from banking import Banking


def make_client(base_url):
    return Banking("12345", b"s3cret", base_url)


async def call(client):
    return await client.accounts("santander.cl", "1-9", "p")
