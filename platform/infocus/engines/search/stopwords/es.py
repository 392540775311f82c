"""Function words of Spanish."""

WORDS = frozenset(
    """
    el la los las lo un una unos unas y e o u ni que de del al a ante bajo con contra desde durante en entre hacia
    hasta mediante para por según sin sobre tras se su sus mi mis tu tus nuestro nuestra nuestros nuestras vuestro
    vuestra yo tú él ella ello ellos ellas nosotros vosotros usted ustedes me te le les nos os lo este esta esto
    estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas qué quién quiénes quien quienes
    cuál cuáles cual cuales cómo como cuándo cuando dónde donde cuánto cuánta cuántos cuántas cuyo cuya
    cuyos cuyas es son era eran fue fueron ser sido siendo será serán sea sean soy eres somos está están estaba
    estaban estar estado ha han había habían he hemos haber hay hubo si sí no ya muy más menos también tampoco
    pero sino porque pues aunque mientras cada todo toda todos todas otro otra otros otras mismo misma mismos
    mismas algún alguna algunos algunas ningún ninguna tan tanto así entonces aún solo sólo
    """.split()
)
