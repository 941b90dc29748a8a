import datetime
import logging

import requests
from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from .models import BankNode
from .synapse_api import Api, Maintenance, RefreshUnsupported, Relink, SynapseProblem

log = logging.getLogger(__name__)


def api_for(request):
    return Api(settings.SYNAPSE_URL, settings.SYNAPSE_GATEWAY, request.user.profile.synapse_user)


def _answer(request, pending, doc):
    if pending:
        request.session["mfa"] = doc["mfa"]["access_token"]
        return JsonResponse({"next": "mfa", "question": doc["mfa"].get("message")}, status=202)
    for n in doc["nodes"]:
        BankNode.objects.update_or_create(node_id=n["_id"], defaults={"user": request.user, "state": "linked"})
    return JsonResponse({"next": "done"})


def _sorry(p):
    log.warning("synapse: %s", p)
    return JsonResponse({"code": p.error_code, "http": p.pair[0], "text": p.user_text}, status=422)


@require_POST
def link(request):
    d = request.POST
    try:
        pending, doc = api_for(request).login(request.user.profile.synapse_id, d["bank"], d["login"], d["password"])
    except SynapseProblem as p:
        return _sorry(p)
    return _answer(request, pending, doc)


@require_POST
def mfa(request):
    try:
        pending, doc = api_for(request).answer(
            request.user.profile.synapse_id, request.session["mfa"], request.POST["answer"])
    except SynapseProblem as p:
        return _sorry(p)
    return _answer(request, pending, doc)


@require_POST
def refresh(request, node_id):
    node = BankNode.objects.get(node_id=node_id, user=request.user)
    if node.state in ("relink", "no_refresh"):
        return JsonResponse({"state": node.state}, status=409)
    if node.refresh_after and node.refresh_after > timezone.now():
        return JsonResponse({"state": "later", "at": node.refresh_after.isoformat()}, status=409)
    try:
        pending, _ = api_for(request).refresh(request.user.profile.synapse_id, node_id)
    except Maintenance as p:
        node.refresh_after = timezone.now() + datetime.timedelta(hours=6)
        node.save()
        return _sorry(p)
    except (RefreshUnsupported, Relink) as p:
        node.state = "relink" if isinstance(p, Relink) else "no_refresh"
        node.save()
        return _sorry(p)
    except SynapseProblem as p:
        return _sorry(p)
    return JsonResponse({"state": "pending" if pending else "fresh"})


def google_callback(request):
    code = request.GET.get("code")
    if code is None or request.GET.get("error") == "access_denied":
        return redirect("/login?denied=1")
    r = requests.post("https://oauth2.googleapis.com/token", timeout=10, data={
        "code": code,
        "client_id": settings.GOOGLE_ID,
        "client_secret": settings.GOOGLE_SECRET,
        "redirect_uri": settings.GOOGLE_REDIRECT,
        "grant_type": "authorization_code",
    })
    if r.status_code >= 500:
        return redirect("/login?again=1")
    request.session["google"] = r.json().get("access_token")
    return redirect("/")
