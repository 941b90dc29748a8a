from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .paciencia import ante_mantenimiento
from .schema import NodesReply
from .transporte import UserAuth, abrir


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    nodes: list[dict[str, Any]] = field(default_factory=list)
    pergunta: str | None = None
    mfa_token: str | None = None

    @property
    def pendente(self) -> bool:
        return self.mfa_token is not None


class VinculoBancario:
    def __init__(self, user_id: str, auth: UserAuth, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.user_id = user_id
        self.auth = auth
        self.base_url = base_url

    async def entrar(self, bank_code: str, usuario: str, senha: str) -> LinkOutcome:
        info = {"bank_id": usuario, "bank_pw": senha, "bank_name": bank_code}
        return await self._nodes({"type": "ACH-US", "info": info})

    async def responder_mfa(self, token: str, resposta: str) -> LinkOutcome:
        return await self._nodes({"access_token": token, "mfa_answer": resposta})

    @ante_mantenimiento
    async def _nodes(self, payload: dict[str, Any]) -> LinkOutcome:
        async with abrir(self.base_url, self.auth) as http:
            resp = await http.post(f"/users/{self.user_id}/nodes", json=payload)
        reply = NodesReply.model_validate_json(resp.content)
        if resp.status_code == 202 or reply.error_code == "10":
            if reply.mfa is None:
                raise ValueError(f"resposta pendente sem mfa: {resp.text}")
            return LinkOutcome(pergunta=reply.mfa.message, mfa_token=reply.mfa.access_token)
        return LinkOutcome(nodes=reply.nodes)
