"""What people are told: the list in the page, mail at once for a few things, one daily mail for the rest."""
