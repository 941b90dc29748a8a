"""O que dizer ao cliente para cada código do Klavi: (ação, texto, espera)."""
from datetime import timedelta

DIA = timedelta(days=1)

CATALOGO = {
    400: ("suporte", "Falha de assinatura", None),
    401: ("suporte", "CPF não encontrado", None),
    402: ("refazer", "Confira seus dados e tente de novo", None),
    403: ("depois", "O banco está fora do ar", None),
    404: ("suporte", "Erro inesperado, já abrimos um chamado", None),
    405: ("encerrar", "Nenhuma conta encontrada", None),
    406: ("depois", "Muitas tentativas: volte amanhã", DIA),
    407: ("banco", "Resolva a pendência da conta com o banco", None),
    408: ("banco", "Redefina sua senha do internet banking", None),
    409: ("refazer", "Use uma conta compatível", None),
    410: ("refazer", "Formato dos dados incorreto", None),
    411: ("suporte", "Rastreio não encontrado", None),
    412: ("suporte", "Token não é necessário", None),
    413: ("refazer", "Feche as outras sessões abertas no banco", None),
    414: ("depois", "O banco bloqueou o acesso por segurança", DIA),
    415: ("depois", "Aguarde o cadastro terminar", timedelta(minutes=30)),
    416: ("banco", "Esta conta não permite vários aparelhos", None),
    417: ("refazer", "Não use login do Google, Apple ou Facebook", None),
    418: ("refazer", "Cadastro não encontrado na instituição", None),
    419: ("agencia", "Procure uma agência da Caixa", None),
    420: ("agencia", "Procure uma agência da Caixa", None),
    429: ("suporte", "Muitas chamadas", None),
    430: ("encerrar", "Os dados foram apagados", None),
    431: ("encerrar", "Limite de atualizações atingido", None),
    432: ("depois", "Instituição indisponível", None),
    500: ("suporte", "Erro interno", None),
    501: ("suporte", "Credencial do parceiro ausente", None),
    502: ("suporte", "Parceiro não ativado", None),
    503: ("suporte", "Credencial do parceiro errada", None),
    504: ("suporte", "Sem permissão para este dado", None),
    505: ("suporte", "Parâmetro ausente ou inválido", None),
}
