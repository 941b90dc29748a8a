"""Income verification for credit decisions, backed by Klavi Open Data."""
