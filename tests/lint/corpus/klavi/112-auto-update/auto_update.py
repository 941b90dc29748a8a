"""Liga e desliga a atualização automática dos clientes no Klavi (update user data)."""
from __future__ import annotations

import enum
import os
from typing import Iterable

import backoff
import httpx
from sqlalchemy import String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Codigo(enum.IntEnum):
    OK = 200
    ROTA_INVALIDA = 600
    CLIENTE_NAO_AUTORIZOU = 601
    CORPO_INVALIDO = 602
    PARCEIRO_AUSENTE = 701
    PARCEIRO_INATIVO = 702
    PARCEIRO_ERRADO = 703
    SEM_PERMISSAO = 704
    FORMATO_INVALIDO = 708


class Base(DeclarativeBase):
    pass


class Chave(Base):
    __tablename__ = "chave_conexao"
    id: Mapped[int] = mapped_column(primary_key=True)
    connection_key: Mapped[str] = mapped_column(String(80), unique=True)
    auto: Mapped[bool] = mapped_column(default=False)
    ultimo_codigo: Mapped[int | None]
    uf: Mapped[str | None] = mapped_column(String(2))
    cep: Mapped[str] = mapped_column(String(8))


class ChaveRepo:
    def __init__(self, sessao: Session) -> None:
        self.sessao = sessao

    def com_auto_pedido(self) -> Iterable[Chave]:
        return self.sessao.scalars(select(Chave).where(Chave.auto.is_(True), Chave.ultimo_codigo.is_(None)))

    def registrar(self, chave: Chave, codigo: int, auto: bool) -> None:
        chave.ultimo_codigo, chave.auto = codigo, auto
        self.sessao.commit()


class KlaviErro(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"{codigo} {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


class ConfiguracaoErrada(KlaviErro):
    """Nenhuma chave vai funcionar até alguém mexer na configuração."""


GERAIS = {
    Codigo.ROTA_INVALIDA,
    Codigo.PARCEIRO_AUSENTE,
    Codigo.PARCEIRO_INATIVO,
    Codigo.PARCEIRO_ERRADO,
    Codigo.SEM_PERMISSAO,
}


def _desiste(exc: Exception) -> bool:
    return isinstance(exc, KlaviErro)


class Klavi:
    def __init__(self, url: str | None = None) -> None:
        self.http = httpx.Client(base_url=url or os.environ["KLAVI_URL"], timeout=20)

    @backoff.on_exception(backoff.expo, (httpx.ConnectError, KlaviErro), giveup=_desiste, max_tries=4)
    def permitir(self, chave: str, ligado: bool) -> None:
        corpo = self.http.post(
            "/v1/user/update",
            json={"connectionkey": chave, "allowautoupdate": ligado},
            headers={"partnertoken": os.environ["KLAVI_TOKEN"]},
        ).json()
        codigo = int(corpo["code"])
        if codigo == Codigo.OK:
            return
        classe = ConfiguracaoErrada if codigo in GERAIS else KlaviErro
        raise classe(codigo, corpo.get("message", ""))


@backoff.on_predicate(backoff.constant, lambda r: r.get("code") in (500, 503), interval=2, max_tries=5)
def endereco(cep: str) -> dict:
    """CEP na BrasilAPI; ela às vezes devolve um code próprio no corpo."""
    return httpx.get(f"https://brasilapi.com.br/api/cep/v1/{cep}").json()


def rodar(repo: ChaveRepo, klavi: Klavi, alerta) -> int:
    if os.getenv("TOGGLE_KLAVI_AUTO", "0") != "1":
        return 0
    falhas = 0
    for chave in repo.com_auto_pedido():
        try:
            klavi.permitir(chave.connection_key, True)
        except ConfiguracaoErrada as exc:
            alerta(f"parando: {exc}")
            raise
        except KlaviErro as exc:
            falhas += 1
            # 601: o cliente disse não, então o pedido dele deixa de valer aqui também
            repo.registrar(chave, exc.codigo, auto=exc.codigo != Codigo.CLIENTE_NAO_AUTORIZOU)
            alerta(f"chave {chave.id}: {exc}")
        else:
            chave.uf = endereco(chave.cep).get("state")
            repo.registrar(chave, Codigo.OK, auto=True)
    return falhas
