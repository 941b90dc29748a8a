import requests

from brick_client import BrickClient, ConsentimentoExpirado
from repositorio import RepositorioContas


class ServicoExtrato(object):
    def __init__(self, client, repo):
        self.client = client
        self.repo = repo

    def atualizar(self, cliente_id):
        consent_id = self.repo.consent_id(cliente_id)
        try:
            contas = self.client.contas(consent_id)
            for conta in contas:
                linhas = self.client.transacoes(consent_id, conta["accountId"])
                self.repo.salvar(cliente_id, conta["accountId"], linhas)
        except requests.HTTPError as e:
            code = self._code(e.response)
            if code in ("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_ENCONTRATO",
                        "CONSENTIMENTO_EM_STATUS_REJEITADO"):
                self.repo.remover_consentimento(cliente_id)
                raise ConsentimentoExpirado(code) from e
            self.repo.marcar_erro(cliente_id, code or str(e.response.status_code))
            raise
        return len(contas)

    @staticmethod
    def _code(resposta):
        try:
            return resposta.json().get("code")
        except ValueError:
            return None


def main(token):
    repo = RepositorioContas("extratos.db")
    servico = ServicoExtrato(BrickClient(token), repo)
    for cliente_id in repo.clientes():
        try:
            print(cliente_id, servico.atualizar(cliente_id))
        except ConsentimentoExpirado as e:
            print(cliente_id, "pedir novo consentimento", e)


if __name__ == "__main__":
    import sys
    main(sys.argv[1])
