import os

from fastapi import FastAPI, HTTPException

from khipu_client import BankUnavailable, KhipuClient, KhipuError
from schemas import BankLogin, Movement

app = FastAPI(title="Conciliación")
client = KhipuClient(os.environ.get("KHIPU_API_KEY", ""))


@app.post("/movements")
async def movements(login: BankLogin) -> list[Movement]:
    try:
        return await client.movements(login)
    except KhipuError as exc:
        raise HTTPException(
            status_code=503 if isinstance(exc, BankUnavailable) else 422,
            detail={
                "operation": exc.operation_id,
                "code": exc.error.code,
                "type": exc.error.type,
                "message": exc.error.description,
            },
        )


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
