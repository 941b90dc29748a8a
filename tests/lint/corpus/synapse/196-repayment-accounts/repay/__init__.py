"""Repayment accounts: borrowers link the bank account that instalments are drawn from."""
