from cliente import ClienteBrick
from excecoes import ConsentimentoInexistente, ErroBrick


class ServicoConsentimento:
    def __init__(self, cliente: ClienteBrick, repositorio):
        self.cliente = cliente
        self.repositorio = repositorio

    def atualizar_status(self, consent_id):
        try:
            resposta = self.cliente.consultar_consentimento(consent_id)
        except ErroBrick as erro:
            if erro.codigo == "CONSENTIMENTO_NAO_ENCONTRADO":
                self.repositorio.remover(consent_id)
                raise ConsentimentoInexistente(consent_id) from erro
            self.repositorio.registrar_falha(consent_id, erro.status, erro.codigo, erro.titulo, erro.detalhe)
            raise
        status = resposta["data"]["status"]
        self.repositorio.salvar_status(consent_id, status)
        return status
