"""Function words of Romanian."""

WORDS = frozenset(
    """
    un o unui unei unor niște cel cea cei cele celui celei celor al a ai ale lui și si sau ori nici că ca să de
    din la în in întru într intr pe cu fără sub peste pentru prin printr către spre între dintre după
    până despre la contra împotriva dinspre asupra se s își îi i îl l le li ne vă va mă m te ți îmi
    îți eu tu el ea noi voi ei ele dumneavoastră mine tine sine nostru noastră noștri noastre vostru voastră
    meu mea mei mele tău ta tăi tale său sa săi sale lor acest această aceasta acesta acești aceste acestea
    acestor acestui acestei acel acea acei acele acelor acelui cine ce care căror cărui cărei carui cum când
    cand unde cât câtă câți câte cat de ce este e sunt era erau fost fi fie fiind sunt ești suntem am ai are
    au avea avut avem aveau voi vei vom veți vor ar aș ați nu da mai foarte mult mulți multe puțin tot toată
    toți toate alt altă alți alte altul același aceeași aceiași fiecare orice oricare câțiva câteva unii
    unele dar însă iar deci dacă deși deoarece fiindcă atunci încă doar numai chiar astfel așa aici acolo n
    """.split()
)
