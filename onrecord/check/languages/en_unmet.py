"""English words by which something is planned for a day, or denied of it; data only, no logic."""

PLANNED = (
    r"will|shall|(?:is|are|was|were) (?:to|due to|set to|expected to|scheduled to|planned to|going to|supposed to)|"
    r"(?:plans?|planned|intends?|intended|promised|promises|agreed|agrees|vowed|pledged|hopes?|wants?|aims?) to"
)
"""What stands before the verb of a plan."""

SAYING = r"said|says|announced|announces|promised|told|confirmed|declared|stated|wrote|added|pledged"
"""Verbs after which "would" is a future."""

DENIED = (
    r"did not|didn['’]t|was not|wasn['’]t|were not|weren['’]t|has not|hasn['’]t|have not|haven['’]t|had not|hadn['’]t|"
    r"failed to|refused to|never"
)
"""What stands before the verb of what did not take place."""

BETWEEN = r"be|been|then|again|formally|officially|finally|also|ever|publicly|actually|even"
"""What may stand between these and the verb."""

DOUBTFUL = r"if|unless|whether|would have|could|might|(?-i:may)|should|until|only|except|before|after|not yet|and will|but will"
"""With these nothing is planned or denied outright, or not of the day alone."""

AROUND = frozenset(
    "said says told announced announces promised stated declared according report reports reported again canceled cancelled "
    "called postponed day expected due set scheduled planned plans intends supposed going promises agreed".split()
)
"""Words that tell of the telling, or only of the planning."""
