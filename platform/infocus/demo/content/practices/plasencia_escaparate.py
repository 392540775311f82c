"""Plasencia: Un escaparate cada vez: locales cerrados para productores de los valles."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="plasencia-escaparate",
    partner="plasencia",
    author="coordinator@plasencia.example",
    language="es",
    state="published",
    visibility="network",
    title="Un escaparate cada vez: locales cerrados para productores de los valles",
    summary=prose("""
Cada trimestre el ayuntamiento media para abrir un local cerrado de la calle mayor y lo presta tres meses a dos
productores de los valles. Seis locales en dieciocho meses; tres siguen abiertos sin ayuda.
"""),
    institution="Ayuntamiento de Plasencia",
    place=Place(name="Plasencia, casco antiguo", latitude=40.0302, longitude=-6.0889),
    themes=("workspace-provision", "entrepreneurship", "city-branding"),
    sectors=("agri-food", "retail"),
    nace=("10", "47"),
    sdgs=("8", "11", "12"),
    keywords=("locales vacíos", "comercio", "mundo rural"),
    problem=prose("""
En la calle mayor había veintidós locales cerrados. Sus dueños pedían la renta de 2007 y preferían esperar. A
treinta kilómetros, los productores de cereza y queso vendían a un mayorista y no conocían a quien comía lo suyo.

Habíamos leído la práctica de Porto sobre los pisos vacíos, pero aquí no hay pisos públicos que abrir. Lo único que
el ayuntamiento podía poner era confianza y un seguro.
"""),
    how=prose("""
1. Hicimos una lista de dueños, uno por uno, en persona. De veintidós, cinco quisieron hablar.
2. El ayuntamiento firma un préstamo de uso de tres meses, sin renta, con seguro y con fecha de salida. El dueño no
pierde nada y el local se ventila.
3. Dos productores comparten el local. Uno solo no puede atenderlo y trabajar el campo.
4. La escuela de arte pinta el escaparate en una tarde.
5. Al segundo mes nos sentamos con el dueño y los productores y hablamos de renta, con los números de caja delante.
6. Si no hay acuerdo, se cierra sin reproches y se abre el siguiente.
"""),
    lesson="El seguro municipal costó ciento veinte euros y fue lo que convenció a los dueños.",
    who=(
        "Cinco dueños, once productores, la escuela de arte, la asociación de comerciantes y el agente de "
        "desarrollo local."
    ),
    resources="Un día a la semana del agente, pintura, el seguro y la luz de tres meses. No se paga renta.",
    amounts=(Amount(what="Coste por local y trimestre", value=1150), Amount(what="Seguro", value=120)),
    started="2016-10",
    evidence=prose("""
Seis locales abiertos por turnos; tres continúan con contrato propio, a una renta media del 55 por ciento de lo que
se pedía. Once productores han vendido directamente por primera vez. Otros cuatro locales de la calle se abrieron
sin nosotros.
"""),
    indicators=(
        Indicator(name="Locales abiertos por turnos", value=6, unit="locales", year=2018),
        Indicator(name="Siguen abiertos sin ayuda", value=3, unit="locales", year=2018),
        Indicator(name="Productores que venden directamente", value=11, unit="personas", year=2018),
    ),
    wrong=prose("""
Abrimos el primero en enero. En enero no pasa nadie por la calle mayor y los dos productores perdieron dinero y
ánimo. Ahora abrimos en marzo, junio y septiembre.

También quisimos una marca común con logotipo. Costó cuatro mil euros y ningún cliente la recuerda.
"""),
    conditions=(
        "Hace falta alguien que conozca a los dueños por su nombre. La escuela de arte puede faltar. El seguro no."
    ),
    transfer=prose("""
Está pensada para ciudades de menos de cincuenta mil habitantes sin edificios públicos vacíos. En una ciudad grande
funcionaría por barrios, si alguien conoce a los dueños.
"""),
    criteria=(
        ("integrated", "Comercio, campo, escuela y dueños en el mismo acuerdo."),
        ("impact", "Tres tiendas que siguen, once productores con cliente propio."),
        ("relevance", "Las calles mayores vacías son de toda Europa."),
        ("transferability", "Un día por semana y un seguro."),
    ),
    pictures=(
        Picture(
            file_name="plasencia-escaparate.png",
            drawing="windows",
            alt="Fila dibujada de siete escaparates; tres están abiertos y el del centro está marcado en amarillo.",
        ),
    ),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text="Validada. Es el mejor ejemplo de la red de qué dejar fuera cuando se copia.",
            at=at("2018-03-05T12:00"),
        ),
    ),
    verified_on="2018-03-05",
    created_at=at("2018-01-15T18:20"),
    updated_at=at("2018-03-05T12:00"),
)
