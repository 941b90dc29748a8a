import httpx

from job import Job
from ports import HttpApi, LoopClock, MemoryInbox


def make_client(base_url: str):
    return base_url


async def call(client: str):
    async with httpx.AsyncClient(base_url=client, headers={"Authorization": "Bearer t"}, timeout=60) as http:
        job = Job(HttpApi(http), LoopClock(), MemoryInbox(), "https://fintech.example/khipu/callback")
        return await job.collect("6baf6c19-e485-463b-ae24-a821b025c8a4")
