"""Our own JSON has the shape that Khipu's has: we copied it. Its codes are ours."""

import json

from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .khipu_client import KhipuError, ask
from .models import Voucher

OWN_CODES = {"V001": 410, "V002": 404, "Z999": 500}


def failed(code, kind, text, status):
    return JsonResponse(
        {"Status": "ERROR", "Error": {"Code": code, "Type": kind, "Description": text}}, status=status
    )


@require_POST
def income(request):
    payload = json.loads(request.body)
    if payload.get("Error"):
        code = payload["Error"]["Code"]
        return failed(code, payload["Error"].get("Type", "SENDER"), "echo", OWN_CODES.get(code, 400))
    try:
        return JsonResponse({"Status": "OK", "Data": ask("sii.cl/income", payload, request.headers["x-key"])})
    except KhipuError as error:
        return failed(error.code, error.advice, str(error), 502)


@require_POST
def redeem(request):
    voucher = Voucher.objects.get(code=json.loads(request.body)["code"])
    result = voucher.redeem()
    if result["Status"] == "ERROR" and result["Error"]["Code"] == "V001":
        return failed("V001", "EXPIRED", "expired", 410)
    return JsonResponse(result)
