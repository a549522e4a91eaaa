"""Hold outside programs to the tests: validators, LibreOffice, pages as pictures; each fails clearly when missing.

Every function takes a path or the bytes of a file, and says what is wrong as a list of lines: empty means valid.
"""

from tests.support.pdf import page_images, pdf_pages_png, pdf_text, qpdf_check, verapdf
from tests.support.press import fogra39
from tests.support.word import docx_to_pdf, validate_docx, validate_many_docx

__all__ = [
    "docx_to_pdf",
    "fogra39",
    "page_images",
    "pdf_pages_png",
    "pdf_text",
    "qpdf_check",
    "validate_docx",
    "validate_many_docx",
    "verapdf",
]
