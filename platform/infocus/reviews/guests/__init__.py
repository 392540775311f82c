"""Guests of a review: by link or QR code, admitted by the facilitator."""
