"""Searches users. Never raises for an answer of SynapseFI: look at `Reply.ok` and `Reply.code`."""
from __future__ import annotations

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_result, stop_after_attempt, wait_chain, wait_fixed

from reply import Reply


def last_reply(state: RetryCallState) -> Reply:
    """When the attempts are used up the busy reply itself is the result."""
    return state.outcome.result()


class Search:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.retrying = AsyncRetrying(
            retry=retry_if_result(lambda reply: reply.busy),
            wait=wait_chain(*[wait_fixed(2)] * 2, wait_fixed(30)),
            stop=stop_after_attempt(5),
            retry_error_callback=last_reply,
        )

    async def _get(self, query: str, page: int) -> Reply:
        response = await self.http.get("/users", params={"query": query, "page": page})
        return Reply(response.status_code, response.json())

    async def users(self, query: str, page: int = 1) -> Reply:
        return await self.retrying(self._get, query, page)


def headline(reply: Reply) -> str:
    if reply.ok:
        return f"{len(reply.body.get('users', []))} users"
    if reply.pending:
        return "still searching (10)"
    return f"search failed: {reply.status}/{reply.code}"
