from __future__ import annotations

import os

from fastapi import BackgroundTasks, FastAPI, Request, Response
from fastapi.responses import JSONResponse

from balances import refresh, refresh_patiently
from schemas import NodeBalance, RefreshState
from synapse_client import NotLoggedIn, SynapseClient, SynapseError

app = FastAPI()


def client_for(request: Request) -> SynapseClient:
    return SynapseClient.connect(os.environ["SYNAPSE_GATEWAY"], request.headers["x-user-key"])


@app.get("/users/{user_id}/nodes/{node_id}/balance")
async def balance(user_id: str, node_id: str, request: Request, response: Response) -> NodeBalance:
    result = await refresh(client_for(request), user_id, node_id)
    if result.state is RefreshState.NEEDS_MFA:
        response.status_code = 202
    return result


@app.post("/users/{user_id}/nodes/{node_id}/refresh", status_code=202)
async def queue(user_id: str, node_id: str, request: Request, jobs: BackgroundTasks) -> None:
    jobs.add_task(refresh_patiently, client_for(request), user_id, node_id)


@app.exception_handler(SynapseError)
async def synapse_error(request: Request, exc: SynapseError) -> JSONResponse:
    status = 401 if isinstance(exc, NotLoggedIn) else 502
    return JSONResponse({"http_code": exc.http_code, "error_code": exc.error_code}, status_code=status)
