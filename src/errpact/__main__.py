"""`python -m errpact` is the command `errpact`."""

from errpact.cli import command

if __name__ == "__main__":
    command()
