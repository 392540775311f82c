"""Function words of Basque."""

WORDS = frozenset(
    """
    eta edo baina ere ez bai da dira zen ziren izan du dute zuen zuten dio diote zion zaio zaie dela direla zela
    den diren zuela duela duten duen dituzte ditu zituen dituen izango izaten zer zein zeintzuk nor nork nori noren
    non nola noiz zergatik zenbat zeren hau hori hura hauek horiek haiek honek horrek honen horren haren hauen
    horien haien honetan horretan hartan hemen hor han ni zu gu zuek bera beraiek bere beren haren nire zure gure
    batek bat batzuk beste besteak bezala baino baina bada bait beraz hala halaber horrela oso gehiago gutxi asko
    edozein guzti guztiak guztien dena bakarrik berriz orduan oraindik behin arte artean gabe bitartez buruz
    arabera aurrean ondoren gainean barruan egin egiten egon dago daude zegoen nahi ahal behar al
    """.split()
)
