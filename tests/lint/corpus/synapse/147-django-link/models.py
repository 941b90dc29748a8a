from django.conf import settings
from django.db import models


class BankNode(models.Model):
    node_id = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    state = models.CharField(max_length=16)
    refresh_after = models.DateTimeField(null=True)
