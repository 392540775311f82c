"""How a practice ages: asked after a year whether it is still so, marked when nobody answers."""
