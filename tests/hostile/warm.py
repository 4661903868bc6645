"""Read in the process from which those of the tests are forked, so that none of them has to load the library anew."""

from cleaner import clean, clean_text

SENTENCE = "The ferry sails again, the harbour master said on Monday, and nobody on the quay believed him."
clean(f"<title>The ferry</title><h1>The ferry</h1><p>By Jo Lens, 2 March 2024<p>{SENTENCE}" * 5)
clean_text(f"The ferry\n\n{SENTENCE}\n" * 5)
