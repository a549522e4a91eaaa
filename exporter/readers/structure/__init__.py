"""Tell what each line is in its document: head, heading, closing, appendix, or furniture of the page."""
