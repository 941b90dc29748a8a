import app as servico


def make_client(base_url):
    servico.app.config["KLAVI_URL"] = base_url
    servico.CASTIGO.clear()
    return servico.app.test_client()


def call(client):
    r = client.post("/conexoes", json={"cpf": "11122233344", "banco": "nubank", "senha": "x"})
    return r.status_code, r.get_json()
