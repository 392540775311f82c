"""Porto: Quem aquece o piso vazio? A draft that its officer is still writing."""

from infocus.demo.content.records import Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="porto-aquecimento",
    partner="porto",
    author="officer@porto.example",
    language="pt",
    state="draft",
    visibility="network",
    title="Quem aquece o piso vazio?",
    summary=prose("""
Entre dois inquilinos há meses em que um piso só tem contas. Medimos o aquecimento por piso e por mês, para que o
custo afixado na porta seja verdadeiro também no inverno.
"""),
    problem=prose("""
No primeiro inverno a renda cobriu o aquecimento até janeiro. O contador era um só para o edifício, e ninguém sabia
que piso o gastava.
"""),
    how=prose("""
1. Um contador por piso, instalado durante a obra e não depois.
2. Ler todos os contadores no primeiro dia do mês, com um inquilino presente.
3. Escrever na porta o valor do mês e o do mesmo mês do ano anterior.
"""),
    lesson="Um contador custa menos do que a primeira discussão.",
    themes=("workspace-provision",),
    sectors=("renewable-energy", "construction"),
    keywords=("aquecimento", "contador", "renda"),
    started="2017-10",
    created_at=at("2018-02-06T16:45"),
    updated_at=at("2018-04-13T17:30"),
)
