"""Hand figures on: as rows and workbooks, in pairs, compared between reports, checked against each other."""
