"""Write hostile sources, some two hundred, and hold the whole program to its promises on every one."""
