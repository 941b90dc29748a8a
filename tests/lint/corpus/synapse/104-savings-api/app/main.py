from fastapi import FastAPI

from app.routers import nodes

app = FastAPI(title="savings")
app.include_router(nodes.router)


@app.get("/healthz")
async def healthz():
    return {"code": 0}
