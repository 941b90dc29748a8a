"""Daily balance refresh of the linked nodes (cron)."""
import datetime
import logging

from bank_link import SYNAPSE, SynapseError

logger = logging.getLogger(__name__)


def refresh_node(session, user_id, node, base=SYNAPSE):
    r = session.patch("%s/users/%s/nodes/%s?refresh=yes" % (base, user_id, node["_id"]), timeout=60)
    body = r.json()
    if r.status_code == 200:
        node["balance"] = body["info"]["balance"]["amount"]
        node["refreshed"] = datetime.datetime.utcnow()
        return node
    if r.status_code == 401 and body.get("error_code") == "110":
        node["state"] = "relink"
        return node
    if r.status_code == 400 and body.get("code") == "410":
        node["no_refresh"] = True
        return node
    if r.status_code == 503:
        logger.info("node %s not refreshed (%s), next run", node["_id"], body.get("error_code"))
        node["state"] = "later"
        return node
    raise SynapseError(r.status_code, body)


def run(session, nodes):
    bad = []
    for user_id, node in nodes:
        if node.get("no_refresh") or node.get("state") == "relink":
            continue
        try:
            refresh_node(session, user_id, node)
        except SynapseError as e:
            logger.error("node %s: %s", node["_id"], e)
            bad.append((node["_id"], e.error_code))
    return bad
