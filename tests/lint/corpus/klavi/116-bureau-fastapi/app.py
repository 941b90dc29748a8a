from contextlib import asynccontextmanager

import httpx
from fastapi import BackgroundTasks, FastAPI, HTTPException

from collector import Collector, CollectError
from models import CollectRequest, StoredReport

REPORTS: dict[str, StoredReport] = {}
FAILURES: dict[str, int] = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with httpx.AsyncClient(base_url="https://api.klavi.ai", timeout=60) as http:
        app.state.collector = Collector(http)
        yield


app = FastAPI(lifespan=lifespan)


async def _collect(req: CollectRequest) -> None:
    try:
        REPORTS[req.cpf] = await app.state.collector.collect(req)
    except CollectError as exc:
        FAILURES[req.cpf] = exc.code


@app.post("/bureau", status_code=202)
async def start(req: CollectRequest, background: BackgroundTasks) -> dict[str, str]:
    background.add_task(_collect, req)
    return {"cpf": req.cpf}


@app.get("/bureau/{cpf}")
async def show(cpf: str) -> StoredReport:
    if cpf in FAILURES:
        raise HTTPException(502, {"provider": "klavi", "code": FAILURES[cpf]})
    if cpf not in REPORTS:
        raise HTTPException(404)
    return REPORTS[cpf]
