# -*- coding: utf-8 -*-
"""Tabela de códigos de Open Data do Klavi: (código, ação, espera em minutos)."""
from datetime import timedelta

OK, PARCIAL, CLIENTE, EQUIPE, FILA = "ok", "parcial", "cliente", "equipe", "fila"

LINHAS = (
    (200, OK, None),
    (201, PARCIAL, None), (202, PARCIAL, None), (203, PARCIAL, None),
    (400, EQUIPE, None), (401, EQUIPE, None),
    (402, CLIENTE, None), (403, CLIENTE, None),
    (404, EQUIPE, None), (405, CLIENTE, None),
    (406, CLIENTE, 24 * 60),
    (407, CLIENTE, None), (408, CLIENTE, None), (409, CLIENTE, None), (410, CLIENTE, None),
    (411, EQUIPE, None), (412, EQUIPE, None),
    (413, CLIENTE, None),
    (414, CLIENTE, 24 * 60),
    (415, CLIENTE, 30),
    (416, CLIENTE, None), (417, CLIENTE, None), (418, CLIENTE, None),
    (419, CLIENTE, None), (420, CLIENTE, None),
    (429, FILA, None),
    (430, EQUIPE, None), (431, EQUIPE, None), (432, EQUIPE, None),
    (433, CLIENTE, None), (434, CLIENTE, None), (435, CLIENTE, None),
    (500, FILA, None),
    (501, EQUIPE, None), (502, EQUIPE, None), (503, EQUIPE, None),
    (504, EQUIPE, None), (505, EQUIPE, None),
)

_POR_CODIGO = {codigo: (acao, espera) for codigo, acao, espera in LINHAS}


def consultar(codigo):
    """Devolve (ação, espera); código novo vai para a equipe olhar."""
    acao, minutos = _POR_CODIGO.get(codigo, (EQUIPE, None))
    return acao, timedelta(minutes=minutos) if minutos else None
