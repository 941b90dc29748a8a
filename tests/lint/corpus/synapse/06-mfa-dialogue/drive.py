from dialogue import BankDialogue


def make_client(base_url):
    return BankDialogue(base_url, "u1", {"X-SP-GATEWAY": "id|secret"}, ask=lambda question: "blue")


def call(client):
    with client as dialogue:
        return dialogue.link("chase", "u", "p")
