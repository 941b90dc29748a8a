from django.db import models
from django.utils import timezone


class ConexaoManager(models.Manager):
    def prontas(self):
        return self.filter(situacao=Conexao.PRONTA)

    def do_cliente(self, cpf):
        return self.filter(cpf=cpf).order_by("-criada_em").first()


class Conexao(models.Model):
    PENDENTE, PRONTA, ERRO = "pendente", "pronta", "erro"

    cpf = models.CharField(max_length=11, db_index=True)
    task_id = models.CharField(max_length=64, unique=True)
    situacao = models.CharField(max_length=12, default=PENDENTE)
    relatorio = models.JSONField(null=True)
    criada_em = models.DateTimeField(default=timezone.now)

    objects = ConexaoManager()

    def concluir(self, relatorio):
        self.relatorio = relatorio
        self.situacao = self.PRONTA
        self.save(update_fields=["relatorio", "situacao"])
