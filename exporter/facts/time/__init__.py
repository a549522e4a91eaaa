"""Say when: the words that name a time, the years of a section, the period of a figure."""
