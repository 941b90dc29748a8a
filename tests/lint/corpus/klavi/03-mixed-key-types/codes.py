"""What the support team sees for each Klavi code."""
from __future__ import annotations

from collections.abc import Mapping

OK = 200

# code -> (title, may the customer try once more?)
TEXTS: Mapping[str, tuple[str, bool]] = {
    "402": ("Dados de acesso incorretos", True),
    "403": ("Banco fora do ar", True),
    "406": ("Acesso congelado por 24 horas", False),
    "407": ("Conta ou senha inativa", False),
    "408": ("Conta bloqueada", False),
    "409": ("Tipo de conta incompatível", False),
    "413": ("Sessão aberta em outro lugar", True),
    "414": ("Bloqueio de segurança por 24 horas", False),
    "432": ("Banco indisponível", True),
    "433": ("Senha incorreta", True),
    "434": ("Token incorreto", True),
    "435": ("Token não informado", True),
}
