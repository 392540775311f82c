"""Text and pictures of files that strangers upload: every parser runs in a child process with limits.

Import from the modules: `sniff.sniff`, `reader.read_pages`, `render` (pages and images), `port`, `kinds`, `reasons`.
This file stays empty, because the child process imports it too and must start fast.
"""
