from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Nodo(Base):
    __tablename__ = "nodo"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    usuario: Mapped[str] = mapped_column(ForeignKey("usuario.id"))
    saldo: Mapped[float | None]
    estado: Mapped[str] = mapped_column(String(20), default="nuevo")
    refrescado: Mapped[dt.datetime | None]


class RepositorioNodos:
    def __init__(self, sesion: AsyncSession) -> None:
        self.sesion = sesion

    async def caducados(self, antes: dt.datetime) -> list[Nodo]:
        consulta = select(Nodo).where((Nodo.refrescado < antes) | Nodo.refrescado.is_(None))
        return list(await self.sesion.scalars(consulta))

    async def actualizar(self, nodo: Nodo, doc: dict) -> None:
        nodo.saldo = doc["info"]["balance"]["amount"]
        nodo.estado = "al_dia"
        nodo.refrescado = dt.datetime.now()
        await self.sesion.commit()

    async def marcar(self, nodo: Nodo, estado: str) -> None:
        nodo.estado = estado
        await self.sesion.commit()
