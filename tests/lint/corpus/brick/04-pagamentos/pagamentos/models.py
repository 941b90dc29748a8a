import uuid

from django.db import models


class Pagamento(models.Model):
    NOVO, ENVIANDO, ENVIADO, ADIADO, RECUSADO = "novo", "enviando", "enviado", "adiado", "recusado"

    consentimento = models.CharField(max_length=256)
    valor = models.DecimalField(max_digits=14, decimal_places=2)
    chave = models.UUIDField(default=uuid.uuid4, unique=True)
    situacao = models.CharField(max_length=10, default=NOVO)
    motivo = models.CharField(max_length=64, blank=True)
    id_brick = models.CharField(max_length=64, blank=True)
