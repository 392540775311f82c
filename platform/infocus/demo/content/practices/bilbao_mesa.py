"""Bilbao: La mesa de los martes: cuatro técnicos, una empresa y ninguna presentación."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice, Transfer
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bilbao-mesa",
    partner="bilbao",
    author="coordinator@bilbao.example",
    language="es",
    state="published",
    visibility="public",
    title="La mesa de los martes: cuatro técnicos, una empresa y ninguna presentación",
    summary=prose("""
Cada martes, cuatro servicios municipales se sientan una hora con una empresa que quiere crecer y salen con una
lista de tres cosas que alguien hará. Nadie proyecta nada.
"""),
    institution="Ayuntamiento de Bilbao",
    place=Place(name="Bilbao, Ensanche", latitude=43.2627, longitude=-2.9349),
    themes=("cluster-development", "ris3-alignment"),
    sectors=("mobility", "renewable-energy"),
    nace=("28", "71"),
    sdgs=("8", "9"),
    keywords=("ventanilla única", "pymes", "coordinación"),
    problem=prose("""
Una empresa de utillaje necesitaba ampliar cuarenta metros de nave. Habló con urbanismo, con licencias, con medio
ambiente y con empleo, por ese orden, y cada servicio le pidió el papel del anterior. Tardó catorce meses. Mientras
tanto, la estrategia regional decía que la fabricación avanzada era la primera prioridad y la estrategia municipal
decía lo mismo. Las dos tenían razón y ninguna tenía teléfono.

El problema no era la norma, que se cumplió sin cambios cuando por fin se leyó entera. Era que nadie en la casa
había visto nunca el caso completo.
"""),
    how=prose("""
1. Elegimos una hora fija, los martes a las nueve, y cuatro personas con firma: urbanismo, licencias, medio
ambiente, empleo. Sin suplentes durante el primer trimestre.
2. Invitamos a una sola empresa por sesión. La propone el clúster, la asociación del barrio o ella misma. Trae el
problema contado en una página.
3. Media hora de preguntas, sin diapositivas. La regla es que quien pregunta tiene que poder hacer algo con la
respuesta.
4. Veinte minutos para escribir en la pared tres cosas, con nombre y fecha. Si no salen tres, salen dos.
5. Diez minutos para lo que no tiene solución. Se dice en voz alta y se escribe por qué.
6. Una persona de la oficina del clúster llama a los treinta días y apunta qué se hizo. La hoja está en la intranet
y la puede leer cualquier concejalía.
7. Dos veces al año llevamos a la mesa de la estrategia regional lo que se repite. Así entró el taller urbano en el
documento de 2017.
"""),
    lesson="La hora fija vale más que el buen método: a la tercera semana la gente deja de preguntar si hay mesa.",
    who=prose("""
Cuatro servicios municipales, la agencia de desarrollo, dos clústeres y, desde 2017, una vocal de la asociación de
vecinos cuando el asunto es ruido o carga y descarga. Las empresas atendidas tienen entre 3 y 60 personas.
"""),
    resources=prose("""
Cuatro personas una hora por semana y media jornada de secretaría. No hay presupuesto propio; el único gasto fue
quitar el proyector de la sala y comprar una pizarra.
"""),
    amounts=(Amount(what="Coste anual de personal, estimado", value=38000), Amount(what="Pizarra", value=240)),
    started="2016-02",
    evidence=prose("""
En veintidós meses pasaron por la mesa 71 empresas. De 198 compromisos escritos se cumplieron 141 en el plazo dicho
y 23 más tarde. El tiempo medio de una ampliación bajó de catorce a seis meses, aunque parte de esa bajada se debe a
un cambio de la norma autonómica.
"""),
    indicators=(
        Indicator(name="Empresas atendidas", value=31, unit="empresas", year=2016),
        Indicator(name="Empresas atendidas", value=40, unit="empresas", year=2017),
        Indicator(name="Compromisos cumplidos en plazo", value=71, unit="%", year=2017),
    ),
    wrong=prose("""
El primer otoño abrimos la mesa a tres empresas por sesión, porque había cola. Ninguna habló de lo suyo delante de
las otras. Perdimos dos meses y a una empresa que no volvió.

También invitamos a un diputado a mirar. La sesión fue muy amable y no salió ningún compromiso.
"""),
    conditions=prose("""
Hace falta que las cuatro personas puedan firmar, o que su jefatura acepte por escrito lo que digan. La oficina del
clúster puede sustituirse por cualquiera que llame a los treinta días. La pizarra no puede sustituirse por una
pantalla.
"""),
    transfer=prose("""
Sirve en cualquier ayuntamiento con más de dos servicios. En una ciudad pequeña basta una mesa al mes. Lo
transferible no es la ventanilla única, que ya existe en todas partes, sino ver un caso entero cada semana y
contarlo hacia arriba.
"""),
    further="La plantilla de la hoja de compromisos está adjunta al acta de Ostrava.",
    criteria=(
        ("integrated", "Cuatro servicios y el barrio en la misma hora; las empresas ponen el orden del día."),
        ("impact", "141 compromisos cumplidos en plazo; ampliaciones en seis meses."),
        ("relevance", "Todas las ciudades de la red tienen una estrategia regional sin teléfono."),
        ("transferability", "No necesita dinero ni norma nueva, sí cuatro agendas."),
    ),
    pictures=(
        Picture(
            file_name="bilbao-mesa.png",
            drawing="table",
            alt="Dibujo de una mesa redonda con cinco sillas; una, marcada en amarillo, es la de la empresa.",
        ),
    ),
    section_visibility=(("wrong", "network"),),
    opinions=(
        Opinion(
            expert="expert@infocus.example",
            verdict="valid",
            text=prose("""
Validada. Lo mejor es la llamada a los treinta días: es lo que convierte una reunión en una práctica. Pediría
separar el efecto de la norma autonómica en la próxima actualización.
"""),
            at=at("2017-06-12T10:20"),
        ),
    ),
    transfers=(
        Transfer(
            receiver="ostrava",
            stage="adapt",
            since="2017-05",
            adapted="Una mesa al mes, con la región en la sala.",
            left_out="La pizarra: la sala se comparte con otro servicio.",
            result="Siete empresas en 2017; la región vino a cuatro sesiones.",
        ),
        Transfer(receiver="plasencia", stage="interested", since="2017-09"),
    ),
    verified_on="2018-02-05",
    created_at=at("2017-03-14T09:12"),
    updated_at=at("2018-02-05T16:40"),
)
