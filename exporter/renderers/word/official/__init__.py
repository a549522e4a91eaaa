"""Set the parts that an official paper has beside its text where GB/T 9704-2012 puts them.

Only what the document itself holds is set: nothing is added, no mark, no seal, no imprint.
"""
