"""Plasencia: El autobús del mercado también lleva paquetes."""

from infocus.demo.content.records import Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="plasencia-autobus",
    partner="plasencia",
    author="officer@plasencia.example",
    language="es",
    state="draft",
    visibility="partner",
    title="El autobús del mercado también lleva paquetes",
    summary=prose("""
El autobús que baja a los vecinos de los valles al mercado de los martes vuelve con los pedidos de quienes no
pudieron bajar. Lo estamos probando en una línea.
"""),
    how=prose("""
1. Hablamos con la empresa de autobuses: el maletero vuelve vacío.
2. Las tiendas dejan los paquetes antes de la una, con nombre y parada.
3. El bar de cada pueblo los guarda hasta la noche.
"""),
    lesson="Falta saber quién responde si se rompe algo. Preguntar al seguro.",
    themes=("entrepreneurship",),
    sectors=("retail", "mobility"),
    keywords=("valles", "reparto"),
    started="2018-02",
    created_at=at("2018-03-27T19:05"),
    updated_at=at("2018-04-10T20:31"),
)
