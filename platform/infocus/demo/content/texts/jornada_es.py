"""Spanish: slides of the final conference."""

from infocus.demo.content.words import prose

BODY = prose("""
# Qué queda cuando el proyecto termina

- Veinte prácticas escritas, con sus fracasos
- Diez planes, en distinto punto del camino
- Una lista de teléfonos que contestan

!note Empezar por los teléfonos, no por los planes.

# Tomado, cambiado, dejado fuera

!table Cuatro préstamos entre ciudades
| De | A | Cambió | Dejó fuera |
| Porto | Torino | Voto anual | Cuenta de la renta |
| Porto | Plasencia | Escaparates | El bombero |
| Ostrava | Bielsko-Biala | Día de proyecto | La reunión sin jefes |
| Frankfurt | Torino | Sorteo | El fijo mensual |

!note Leer en voz alta la última columna: es la más útil.

# La mesa de los fracasos

- Una nave para nadie
- Una marca que nadie recuerda
- Un láser que nadie pidió
- Tres coloquios que nadie echó de menos

!note Cada ciudad cuenta el suyo. Nadie pregunta por la nota de prensa.

# Lo que pedimos a las regiones

!flow Un caso que sube: Mesa semanal > Mismo caso tres veces > Una página > Grupo regional > Una línea nueva

!note Mencionar que en dos regiones ya ha ocurrido.

# Quién guarda la memoria

- Un buzón funcional por ciudad
- Una persona sucesora por registro
- Una actualización al año, durante tres años

!note Dos ciudades han dicho que lo intentarán; agradecer la franqueza.
""")
