"""Iniciação de Pix pela Brick Bank, com outbox."""
