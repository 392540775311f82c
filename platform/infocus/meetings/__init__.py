"""Transnational meetings: programme, outputs by session, minutes, decisions, actions."""
