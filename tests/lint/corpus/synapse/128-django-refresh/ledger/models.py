from django.db import models


class Node(models.Model):
    STATUSES = [(s, s) for s in ("fresh", "stale", "relink", "fixed", "pending", "failed")]

    user_id = models.CharField(max_length=64)
    node_id = models.CharField(max_length=64, unique=True)
    status = models.CharField(max_length=10, choices=STATUSES, default="stale")
    error_pair = models.CharField(max_length=16, blank=True)
    error_text = models.TextField(blank=True)
    balance = models.DecimalField(max_digits=14, decimal_places=2, null=True)
