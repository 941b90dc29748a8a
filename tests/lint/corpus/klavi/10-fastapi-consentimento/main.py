from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Query
from fastapi.responses import JSONResponse

from klavi import Conexao, Klavi, KlaviRecusa
from settings import Settings

app = FastAPI(title="consentimentos")


def klavi() -> Klavi:
    s = Settings()
    return Klavi(s.klavi_url, s.klavi_token)


Cliente = Annotated[Klavi, Depends(klavi)]


@app.exception_handler(KlaviRecusa)
async def recusa(_, exc: KlaviRecusa) -> JSONResponse:
    headers = {"Retry-After": str(exc.esperar)} if exc.esperar else None
    return JSONResponse(
        {"codigo": exc.codigo, "mensagem": exc.mensagem, "acao": exc.acao},
        status_code=exc.http,
        headers=headers,
    )


@app.get("/volta")
async def volta(code: str = Query(...), error: str | None = None) -> dict[str, Any]:
    if error or code == "denied":
        raise HTTPException(403, "o usuário não autorizou")
    return {"code": code}


@app.post("/conexoes/{banco}")
async def conectar(banco: str, dados: dict[str, str], cliente: Cliente) -> dict[str, Any]:
    conexao: Conexao = await cliente.conectar(banco, dados)
    return {"id": conexao.id, "completa": conexao.completa, "falta": conexao.falta}
