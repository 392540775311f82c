"""What a practice said before: every version, any two compared, one brought back as a new one."""
