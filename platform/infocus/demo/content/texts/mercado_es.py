"""Spanish: shop windows, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Veintidós persianas

En la calle mayor de Plasencia contamos veintidós persianas bajadas. Detrás de cada una hay un dueño y una historia:
una herencia sin repartir, una renta que fue alta, una hija que quizá vuelva. Esta nota cuenta cómo se levantaron
seis.

# Hablar con los dueños

Los dueños no van a reuniones. Fuimos nosotros, uno por uno, casi siempre con café. De los veintidós, nueve no
quisieron hablar, ocho dijeron que ya verían y cinco preguntaron qué pasaba si se rompía el cristal. El seguro
municipal contestó a esa pregunta por ciento veinte euros al trimestre.

!table Respuestas de los dueños
| Respuesta | Locales |
| No quieren hablar | 9 |
| Ya veremos | 8 |
| Sí, con seguro | 5 |

# Tres meses, dos productores

!flow Un trimestre: Préstamo de uso firmado > Pintura del escaparate > Apertura en marzo, junio o septiembre >
Números de caja al segundo mes > Renta hablada o cierre sin reproches

Dos productores por local, porque uno solo no puede despachar y recoger cerezas. Se turnan por días. Quien despacha
vende lo de los dos; la caja se separa por la noche en una libreta.

# Los números

!bars Ventas medias por local y mes, en euros: Marzo=1900; Junio=3400; Septiembre=3100; Enero, que no repetimos=480

Con tres mil euros al mes un local pequeño puede pagar una renta, pero no la que se pedía. Las tres tiendas que
siguen pagan algo más de la mitad. Los dueños aceptaron porque vieron la libreta, no porque los convenciéramos.

# Qué dejamos fuera de la práctica de Porto

La visita del bombero, porque los locales ya tenían licencia. La cuenta de la renta, porque no hay renta. El coste
en la puerta, porque los dueños pidieron discreción. Quedó lo principal: abrir lo más pequeño que se pueda abrir, y
mirar.
""")
