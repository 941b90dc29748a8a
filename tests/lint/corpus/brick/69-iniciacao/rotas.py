from __future__ import annotations

from decimal import Decimal

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel

from dominio import Pagamento, PagamentoRecusado, PlataformaIndisponivel, SemAutorizacao

rotas = APIRouter()


class NovoPagamento(BaseModel):
    pedido: str
    valor: Decimal
    consent_id: str


@rotas.post("/pagamentos", status_code=201)
async def novo(entrada: NovoPagamento, request: Request) -> dict[str, str | None]:
    gateway, repo = request.app.state.gateway, request.app.state.repo
    pagamento = Pagamento(entrada.pedido, entrada.valor, entrada.consent_id)
    repo.guardar(pagamento)
    try:
        await gateway.iniciar(pagamento)
    except PagamentoRecusado as exc:
        repo.marcar(pagamento.pedido, "RJCT", str(exc))
        raise HTTPException(422, {"erro": "recusado", "motivo": str(exc)}) from exc
    except SemAutorizacao as exc:
        repo.marcar(pagamento.pedido, "RJCT", exc.codigo)
        raise HTTPException(403, {"erro": "sem_autorizacao", "codigo": exc.codigo}) from exc
    except PlataformaIndisponivel as exc:
        repo.marcar(pagamento.pedido, "PEND", str(exc))
        raise HTTPException(503, {"erro": "indisponivel", "codigo": exc.codigo}) from exc
    repo.guardar(pagamento)
    return {"payment_id": pagamento.payment_id, "status": pagamento.status}
