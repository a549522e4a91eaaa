"""Read each format into lines: text, Markdown, HTML, Word, PDF, our own JSON."""
