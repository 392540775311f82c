"""Function words of Polish."""

WORDS = frozenset(
    """
    a i o u w we z ze na do od po pod nad przed przy za dla bez przez między wśród wobec według podczas około
    oraz lub albo ani bądź ale lecz jednak zaś więc że żeby aby by bo ponieważ gdyż gdy gdyby jeśli
    jeżeli kiedy gdzie skąd dokąd kto kogo komu kim co czego czemu czym jak jaki jaka jakie jakiego jakiej jakim
    jakich który która które którego której któremu którym którą których którymi ile ilu czyj czyja czy
    dlaczego jest są był była było byli były być będzie będą jestem jesteś jesteśmy został została
    zostało zostali zostały ja ty on ona ono my wy oni one mnie mi mną ciebie cię ci go jego jemu mu jej ją
    nią nim nimi nich niego niej nas nam nami was wam wami ich im się siebie sobie sobą swój swoja swoje
    swojego swojej swoim swoich swoją mój moja moje nasz nasza nasze wasz ten ta to ci te tego tej temu tym tę
    tą tych tymi tamten tamta tamto taki taka takie takich takiego nie tak już jeszcze tylko też także
    również bardzo więcej mniej niż każdy każda każde wszystko wszyscy wszystkie wszystkich inny inna inne
    innych sam sama samo jako ma mają miał miała mieć może można tam tu
    """.split()
)
