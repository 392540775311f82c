"""Spanish: an article on the visit in Torino, written by Plasencia."""

from infocus.demo.content.words import prose

BODY = prose("""
# Lo que vimos en la fundición

Salimos a pie desde el parque, veinte personas y un paraguas. La fundición está a poco más de un kilómetro y no se
ve hasta que se dobla la última esquina. Donde entraban los camiones hay ahora una puerta de cristal y, detrás, una
cabina donde se prueba el ruido de las cosas.

En Plasencia no tenemos fundiciones. Yo miraba otra cosa: quién abría cada puerta.

# La mujer de las llaves

Nos acompañó la encargada, que lleva un manojo de once llaves y se sabe el nombre de las nueve empresas. Cuando
alguien preguntó por el modelo de gestión, ella contestó que a las siete enciende y a las diez apaga, y que entre
medias contesta al teléfono.

> A las siete enciendo, a las diez apago, y entre medias contesto.

Los técnicos nos explicaron después los convenios. Estaban bien. Pero a la vuelta, en el autobús, todos hablábamos
de ella.

# La factura del frío

El primer invierno costó el doble. La estimación imaginaba gente sentada y la gente que trabaja el metal abre los
portones. Nos enseñaron la factura sin que la pidiéramos. Frankfurt la fotografió, Ostrava suspiró.

!bars Calefacción del primer invierno, en miles de euros: Estimada=18; Pagada=37.4

# Lo que nos llevamos

- Preguntar quién tiene las llaves antes que quién tiene el edificio.
- Pedir la factura del frío.
- No imitar el edificio: imitar a la encargada.

En casa, la asociación de comerciantes ya ha preguntado si una persona podría abrir y cerrar seis locales. Es la
primera consecuencia de un viaje que, según algunos, no iba a servir de nada.
""")
