from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from .models import Customer
from .services.exceptions import BankProblem, DataNotReady, InvalidRequest
from .services.net_worth import NetWorthService


@login_required
def net_worth(request, pk):
    customer = get_object_or_404(Customer, pk=pk, advisor=request.user)
    try:
        total = NetWorthService().net_worth(customer)
    except DataNotReady as e:
        return JsonResponse({"state": "loading", "code": e.error_code, "text": str(e)}, status=202)
    except InvalidRequest as e:
        return JsonResponse({"state": "invalid", "code": e.error_code, "text": str(e)}, status=400)
    except BankProblem as e:
        return JsonResponse({"state": "bank", "code": e.error_code, "text": str(e)}, status=502)
    return JsonResponse({"state": "ok", "total": str(total)})
