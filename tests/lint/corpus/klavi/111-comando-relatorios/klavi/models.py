from django.db import models
from django.utils import timezone


class PedidoManager(models.Manager):
    def a_buscar(self):
        return self.filter(situacao="fila").order_by("criado_em")


class Pedido(models.Model):
    email = models.EmailField()
    task_id = models.CharField(max_length=80)
    situacao = models.CharField(max_length=10, default="fila")
    codigo = models.PositiveSmallIntegerField(null=True)
    mensagem = models.TextField(blank=True)
    liberado_em = models.DateTimeField(null=True)
    dados = models.JSONField(null=True)
    criado_em = models.DateTimeField(auto_now_add=True)

    objects = PedidoManager()

    def reabrir(self, nova_task):
        """Chamado quando o próprio cliente refaz a conexão no aplicativo."""
        if self.liberado_em and timezone.now() < self.liberado_em:
            raise ValueError("liberado só em %s" % self.liberado_em)
        self.task_id, self.situacao, self.codigo = nova_task, "fila", None
        self.save()
