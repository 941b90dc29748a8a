# -*- coding: utf-8 -*-
"""Prazos combinados com o time de produto para nova tentativa de login."""
from datetime import timedelta

PRAZOS = {
    415: timedelta(minutes=30),
    414: timedelta(days=1),
    406: timedelta(hours=12),
}

# o cliente precisa agir antes; nada volta para a agenda
ACAO_DO_CLIENTE = {402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435}
