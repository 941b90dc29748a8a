import uuid

from django.db import models


class Cobranca(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    consent_id = models.CharField(max_length=256)
    valor = models.DecimalField(max_digits=12, decimal_places=2)
    chave_pix = models.CharField(max_length=77)
    situacao = models.CharField(max_length=24)
    motivo = models.CharField(max_length=64, blank=True)
