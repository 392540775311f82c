"""Controlled vocabularies that records are classified with: code → label, translated when shown."""
