"""Function words of Czech."""

WORDS = frozenset(
    """
    a i o u k ke s se v ve z ze na do od po pro při za nad pod před přes mezi bez kolem podle proti během vedle
    mimo kromě až aby ale anebo ani avšak ať co což či nebo že protože když kdy kde kdo kam jak jaký
    jaká jaké jací který která které kteří kterou kterého kterým kterých čí proč zda zdali jestli je
    jsou jsem jsi jsme jste byl byla bylo byli byly být bude budou budu budeš budeme budete by bych bys bychom
    byste já ty on ona ono my vy oni ony mě mne mi mně tě tobě ti ho jeho jí její jej jemu mu ji nás nám
    vás vám jich jim jimi nich nim ním něm ní si sebe sobě svůj svá své svého svém svým svou svých
    tento tato toto tyto tohoto této tomto tímto těchto těmto ten ta to ti ty těch tom tím toho té tu můj
    moje náš naše váš vaše ne ano už již ještě jen jenom také též tak taky tedy pak potom tam tady zde
    velmi více méně než každý všechen všechny všech vše jiný jiná jiné sám sama jako jakož však
    není nejsou má mají měl měla mít lze
    """.split()
)
