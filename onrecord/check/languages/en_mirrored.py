"""English words that are left out of statements that are compared as wholes, or keep them from it; data only."""

SMALL = (
    "me us him her them my our your his their its there here also just still again ever so too very own of going go "
    "that this who which and or but as than then when what it get gets got getting done doing"
).split()
"""Words that neither side has to have."""

DOUBTFUL = "if whether unless perhaps maybe probably hopefully would wish hope hopes hoped only until except without".split()
"""Words with which nothing is said outright, or not of the whole."""

CONTRAST = frozenset("but although though however instead rather".split())
"""Words between two things said, of which the one is denied and the other not."""

SO_FAR = frozenset(("yet", "has", "have", "hasn't", "haven't"))
HAD = frozenset(("had", "hadn't"))
"""Words of the time up to now, the second where somebody else reports them."""

AHEAD = "going plans plan intends intend".split()
"""Words of what is to come, beside the future."""
