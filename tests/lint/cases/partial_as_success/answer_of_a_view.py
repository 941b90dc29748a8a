# errpact: provider=brick
"""A view's answer that holds what came may say that the payment isn't finished; one of fixed words can't."""

import json
import urllib.request

from django.http import JsonResponse

URL = "http://localhost:8080/open-banking/payments/v4/pix/payments"


def pay(path, payment):
    request = urllib.request.Request(URL + path, data=json.dumps(payment).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=30) as reply:  # error: EP202 202
        return json.load(reply)["data"]


def with_what_came(request):
    data = pay("/one", json.loads(request.body))
    return JsonResponse({"sent": True, "payment": data["paymentId"]}, status=201)


def with_fixed_words(request):
    pay("/two", json.loads(request.body))
    return JsonResponse({"paid": True}, status=201)
