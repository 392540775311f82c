"""Minutes that several people write at once, section by section of the programme; what is decided and to be done."""
