"""In Focus Exchange: the shared memory and review room of European city networks."""

import atexit
import gc

SELDOM = 50_000
"""New objects after which the collector looks through the youngest; 20 such looks make one wider, 2,000 one over all.

Loading the application makes half a million objects that all stay. At Python's own rate (700, 10, 10) looking through
them again and again is a fourth of every start, and freeing them one by one a third of every command.
"""

gc.set_threshold(SELDOM, 20, 100)
atexit.register(gc.freeze)  # the system takes all memory back at once
