import uuid

from django.db import models


class Conta(models.Model):
    user_id = models.CharField(max_length=40)
    node_id = models.CharField(max_length=40)


class Pagamento(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    conta = models.ForeignKey(Conta, on_delete=models.PROTECT)
    destino = models.JSONField()
    valor = models.DecimalField(max_digits=12, decimal_places=2)
    estado = models.CharField(max_length=12, default="rascunho")
    motivo = models.TextField(blank=True)
    synapse_id = models.CharField(max_length=40, null=True)
