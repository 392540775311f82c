"""Function words of Portuguese."""

WORDS = frozenset(
    """
    o a os as um uma uns umas e ou nem que de do da dos das em no na nos nas ao aos à às por pelo pela pelos
    pelas para com sem sob sobre entre até após desde contra durante perante se seu sua seus suas meu minha meus
    minhas teu tua nosso nossa nossos nossas eu tu ele ela eles elas nós vós você vocês me te lhe lhes vos isto
    isso aquilo este esta estes estas esse essa esses essas aquele aquela aqueles aquelas neste nesta nestes nestas
    nesse nessa deste desta destes destas desse dessa daquele daquela quem qual quais como quando onde quanto
    quanta quantos quantas cujo cuja cujos cujas porque porquê é são era eram foi foram ser sendo sido será
    serão seja sejam sou somos está estão estava estavam estar esteve ter tem têm tinha tinham teve há havia
    houve haver não sim já muito muita muitos muitas mais menos também mas porém pois embora enquanto cada todo
    toda todos todas outro outra outros outras mesmo mesma mesmos mesmas algum alguma alguns algumas nenhum nenhuma
    tão tanto assim então ainda só num numa dele dela deles delas d
    """.split()
)
