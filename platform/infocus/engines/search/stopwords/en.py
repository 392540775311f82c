"""Function words of English."""

WORDS = frozenset(
    """
    a an the and or but nor so if then than that this these those there here i me my mine we us our ours you your
    yours he him his she her hers it its they them their theirs who whom whose which what when where why how is am
    are was were be been being do does did doing done have has had having will would shall should can could may
    might must of in on at by to from for with without about into onto upon over under between among through during
    before after above below up down out off again further once as because while until against not no only own same
    too very just also both each few more most other others some such any all s t d m ll re ve don doesn didn isn
    aren wasn weren hasn haven hadn won wouldn shouldn couldn cannot ain let per via within
    """.split()
)
