"""Set lines of Chinese by the W3C's Requirements for Chinese Text Layout."""
