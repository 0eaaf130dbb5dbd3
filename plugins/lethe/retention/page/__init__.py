"""A certificate as a page to read and to print, made from the signed JSON and from nothing else."""

from lethe.retention.page.content import Page, page_of
from lethe.retention.page.html import html_page
from lethe.retention.page.pdf import pdf_page

__all__ = ["Page", "html_page", "page_of", "pdf_page"]
