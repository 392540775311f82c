"""Function words of French."""

WORDS = frozenset(
    """
    le la les l un une des du de d au aux à en dans par pour sur sous avec sans entre vers chez contre depuis
    pendant avant après jusque jusqu dès lors selon et ou ni mais donc or car que qu qui quoi dont où quand
    comment pourquoi combien quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel si s se sa
    son ses mon ma mes ton ta tes notre nos votre vos leur leurs je j tu il elle on nous vous ils elles me m te t
    lui eux moi toi soi y n ne pas plus moins non oui ce c cet cette ces ceci cela ça celui celle ceux celles ci
    là est sont était étaient fut furent être été étant sera seront soit soient suis es sommes êtes a ai as
    ont avons avez avait avaient avoir eu ayant aura auront fait faire peut peuvent très aussi ainsi alors comme
    encore déjà même mêmes tout toute tous toutes autre autres chaque quelque quelques aucun aucune certains
    certaines lorsque lorsqu puisque puisqu parce tandis quoique afin trop peu
    """.split()
)
