"""How experts judge: a queue, a checklist beside the city's own words, changes asked section by section."""
