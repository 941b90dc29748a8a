from django.conf import settings
from django.db import models


class Customer(models.Model):
    advisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    credentials_token = models.CharField(max_length=200)
