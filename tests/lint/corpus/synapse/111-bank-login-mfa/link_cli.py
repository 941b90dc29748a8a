"""python link_cli.py USER_ID BANK  (asks for the login on the terminal)"""
import getpass
import os
import sys

import errors
from bank_login import BankLogin, Question


def main(user_id: str, bank: str) -> int:
    client = BankLogin(os.environ["SP_GATEWAY"], os.environ["SP_USER"])
    login = input("bank user: ")
    try:
        result = client.start(user_id, bank, login, getpass.getpass("bank password: "))
        while isinstance(result, Question):
            try:
                result = client.answer(user_id, result, input(f"{result.message}: "))
            except errors.WrongAnswer as exc:
                print(f"that was not right: {exc.text}")
    except errors.BadLoginPayload as exc:
        print(f"check user, password and bank name: {exc}")
        return 2
    except errors.BankWantsUser as exc:
        print(f"please log in at the bank's site first: {exc}")
        return 3
    except errors.NoAchAccount as exc:
        print(f"no account at {bank} can be used: {exc}")
        return 4
    except errors.UserSessionExpired as exc:
        print(f"renew SP_USER and start again: {exc}", file=sys.stderr)
        return 6
    except errors.Busy as exc:
        print(f"try again later: {exc}")
        return 5
    except errors.SynapseError as exc:
        print(f"unexpected answer: {exc}", file=sys.stderr)
        return 1
    for node in result.nodes:
        print(node["_id"], node["info"]["nickname"])
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
