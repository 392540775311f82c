"""Every practice of the demo network."""

from infocus.demo.content.practices import (
    bielsko_fiches,
    bielsko_najemca,
    bilbao_lantegia,
    bilbao_mesa,
    bordeaux_animateur,
    bordeaux_mois_vides,
    bucharest_curte,
    bucharest_street,
    frankfurt_signature,
    frankfurt_vertrag,
    grenoble_extension,
    grenoble_lift,
    ostrava_hall,
    ostrava_technici,
    plasencia_autobus,
    plasencia_escaparate,
    porto_andares,
    porto_aquecimento,
    porto_desk,
    torino_chiavi,
    torino_sera,
)
from infocus.demo.content.records import Practice

PRACTICES: tuple[Practice, ...] = tuple(
    module.PRACTICE
    for module in (
        bielsko_najemca,
        bielsko_fiches,
        bilbao_mesa,
        bilbao_lantegia,
        bordeaux_animateur,
        bordeaux_mois_vides,
        bucharest_curte,
        bucharest_street,
        frankfurt_vertrag,
        frankfurt_signature,
        grenoble_extension,
        grenoble_lift,
        ostrava_technici,
        ostrava_hall,
        plasencia_escaparate,
        plasencia_autobus,
        porto_andares,
        porto_aquecimento,
        porto_desk,
        torino_chiavi,
        torino_sera,
    )
)
