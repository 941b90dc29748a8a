class SynapseErro(Exception):
    """Erro devolvido pela Synapse. ``codigo`` e ``http`` são strings, como na API."""

    def __init__(self, http, codigo, texto, campos=()):
        super().__init__("%s/%s: %s" % (http, codigo, texto))
        self.http = http
        self.codigo = codigo
        self.texto = texto
        self.campos = tuple(campos)

    @classmethod
    def from_response(cls, status, corpo):
        erro = corpo.get("error") or {}
        codigo = corpo.get("error_code", "")
        http = corpo.get("http_code", str(status))
        classe = POR_CODIGO.get(codigo, SynapseErro)
        return classe(http, codigo, erro.get("en", ""), [c for c in erro if c != "en"])


class CredencialErro(SynapseErro):
    """Chaves da empresa, do usuário ou fingerprint."""


class PayloadErro(SynapseErro):
    pass


class NaoPermitido(SynapseErro):
    pass


class ValorRecusado(SynapseErro):
    """Saldo insuficiente e afins."""


class NaoEncontrado(SynapseErro):
    pass


class ChaveJaUsada(SynapseErro):
    """A chave de idempotência já pertence a outra transação."""


class Temporario(SynapseErro):
    pass


class MuitasChamadas(Temporario):
    pass


class Indisponivel(Temporario):
    pass


POR_CODIGO = {
    "100": CredencialErro,
    "110": CredencialErro,
    "120": CredencialErro,
    "200": PayloadErro,
    "300": NaoPermitido,
    "400": ValorRecusado,
    "404": NaoEncontrado,
    "410": NaoPermitido,
    "429": MuitasChamadas,
    "450": ChaveJaUsada,
    "503": Indisponivel,
}
