from django.db import models


class Cliente(models.Model):
    nome = models.CharField(max_length=120)
    cpf = models.CharField(max_length=11, unique=True)
    consentimento = models.CharField(max_length=80, blank=True)
