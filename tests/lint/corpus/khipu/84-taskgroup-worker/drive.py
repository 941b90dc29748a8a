from worker import Job, working


def make_client(base_url):
    return base_url


async def call(client):
    async with working("key", client) as worker:
        return await worker.run_all([Job("/v1/cl/banks/bci.cl/statements", {"Username": "1-9", "Password": "x"})])
