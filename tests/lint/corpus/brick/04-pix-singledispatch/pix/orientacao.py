from functools import singledispatch

from .problemas import ConsentimentoInutil, FaltamAprovacoes, LimiteDoCliente, PagamentoIncorreto, Problema


@singledispatch
def orientar(problema: Problema) -> str:
    return f"Falha no pagamento ({problema.codigo or problema.http}). Acione o suporte: {problema.texto}"


@orientar.register
def _(problema: ConsentimentoInutil) -> str:
    return f"Confira o status do consentimento e, se for o caso, peça um novo ao cliente [{problema.codigo}]"


@orientar.register
def _(problema: FaltamAprovacoes) -> str:
    return f"Aguarde a aprovação dos demais titulares [{problema.codigo}]"


@orientar.register
def _(problema: PagamentoIncorreto) -> str:
    return f"Corrija os dados do pagamento [{problema.codigo}]: {problema.texto}"


@orientar.register
def _(problema: LimiteDoCliente) -> str:
    return f"Limite definido pelo cliente foi atingido [{problema.codigo}]"
