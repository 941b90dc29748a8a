class ErroBrick(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.codigo = corpo.get("codigo")
        self.titulo = corpo.get("title")
        self.detalhe = corpo.get("detail")
        super().__init__(f"{status} {self.titulo}: {self.detalhe}")


class ConsentimentoInexistente(Exception):
    def __init__(self, consent_id):
        super().__init__(f"consentimento {consent_id} não existe no Brick Bank")
        self.consent_id = consent_id
