"""Nothing here may reach for the network: what libraries would download is replaced or switched off on import."""

import logging

import tldextract

# Presidio's e-mail and URL recognisers ask the public suffix list, which tldextract fetches on first use and caches
# in the home folder. The snapshot in its package is enough.
_extractor = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
setattr(tldextract, "extract", _extractor)  # noqa: B010 - mypy knows the name as a function
tldextract.tldextract.TLD_EXTRACTOR = _extractor

# Presidio prints context words at DEBUG and whole texts in its decision trace: neither may reach a log.
for _name in ("presidio-analyzer", "presidio-anonymizer", "decision_process"):
    logging.getLogger(_name).setLevel(logging.WARNING)
