"""The dashboard, keeping to what the provider documents."""
