"""Serve a small page on this machine, for those who have no shell: drop a file, see what was read, download."""
