"""Atualização noturna das conexões Open Data da Klavi."""

from .cliente import ClienteKlavi
from .erros import AindaNao, AtualizacaoFalhou, AutorizacaoExtra

__all__ = ["AindaNao", "AtualizacaoFalhou", "AutorizacaoExtra", "ClienteKlavi"]
