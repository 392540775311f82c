"""Porto: Andares vazios, primeiros inquilinos: um edifício público de cada vez, piso a piso."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice, Transfer
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="porto-andares",
    partner="porto",
    author="coordinator@porto.example",
    language="pt",
    state="published",
    visibility="all",
    title="Andares vazios, primeiros inquilinos: um edifício público de cada vez, piso a piso",
    summary=prose("""
O Porto abre um piso de um edifício municipal vazio, faz contratos curtos com pequenos produtores e deixa a renda
pagar o piso seguinte. Três pisos e 46 empresas em três anos, a um quarto do preço de uma reabilitação completa.
"""),
    institution="InvestPorto",
    place=Place(name="Porto, zona oriental", latitude=41.1530, longitude=-8.5890),
    themes=("workspace-provision", "entrepreneurship"),
    sectors=("cultural-creative", "proximity-social"),
    nace=("18", "31", "68", "90"),
    sdgs=("8", "11"),
    keywords=("edifícios vazios", "arrendamento", "criativos"),
    problem=prose("""
Em 2014 a cidade tinha onze edifícios vazios nas freguesias orientais. Cada um tinha um projeto de reabilitação;
nenhum tinha dinheiro. Entretanto as empresas jovens iam para garagens nos arredores, porque uma secretária no
centro custava mais do que uma oficina a vinte quilómetros.

A reabilitação completa do primeiro edifício estava orçada em 2,4 milhões de euros. Perguntámos quanto custaria
tornar um piso seguro, quente e seco, e mais nada. A resposta foi 190 mil.
"""),
    how=prose("""
1. Percorrer todos os edifícios com um bombeiro e um artesão. Sair com a lista do que impede uma pessoa de trabalhar
ali na segunda-feira.
2. Abrir o piso com a lista mais curta. Três meses, um empreiteiro, sem concurso de arquitetura.
3. Contrato de onze meses, abaixo do limite que obriga a votação da assembleia. Renova-se mediante prova de uso.
4. A renda entra numa conta destinada ao piso seguinte, por uma regra que os serviços financeiros escreveram.
5. Afixar na porta o que cada piso custou, aquecimento incluído.
6. De seis em seis meses, os inquilinos reúnem com a cidade e decidem uma obra comum até dois mil euros.
"""),
    lesson="Um piso aberto convence mais do que onze projetos.",
    who=prose("""
InvestPorto, bombeiros, serviços financeiros, a associação de inquilinos e 46 empresas de uma a nove pessoas. Os
vizinhos do primeiro edifício escolheram o uso do pátio.
"""),
    resources=prose("""
Três obras entre 171 e 212 euros por metro quadrado, uma pessoa a tempo inteiro e outra a meio tempo. O aquecimento
é metade da despesa corrente e está incluído na renda.
"""),
    amounts=(Amount(what="Três pisos, obra", value=570000), Amount(what="Um piso, estimativa inicial", value=190000)),
    started="2014-09",
    evidence=prose("""
Nenhuma empresa em 2014, 11 em 2015, 29 em 2016 e 46 em 2017, acima da meta em cada ano. Vinte e duas contrataram
pelo menos uma pessoa. O custo por metro quadrado desceu de piso para piso. Valores ilustrativos, do registo de
inquilinos.
"""),
    indicators=(
        Indicator(name="Empresas nos pisos abertos", value=11, unit="empresas", year=2015),
        Indicator(name="Empresas nos pisos abertos", value=29, unit="empresas", year=2016),
        Indicator(name="Empresas nos pisos abertos", value=46, unit="empresas", year=2017),
        Indicator(name="Custo da obra", value=171, unit="€/m²", year=2017),
    ),
    wrong=prose("""
O segundo piso foi entregue a uma só empresa que prometia quarenta empregos. Saiu ao fim de sete meses com as chaves
e a boa vontade. Não voltaríamos a dar um piso a um só nome.

No primeiro inverno medimos mal o aquecimento: a renda cobriu-o até janeiro e depois deixou de cobrir.
"""),
    conditions=prose("""
A cidade tem de ser proprietária e poder arrendar por menos de um ano. A conta da renda pode ficar de fora onde a
lei do orçamento a proíba; uma votação anual faz o mesmo serviço. O bombeiro não pode ficar de fora.
"""),
    transfer=prose("""
Serve a qualquer cidade com edifícios públicos parados e pouca verba. O que viaja é a pergunta: quanto custa um piso
seguro, quente e seco? Em cidades pequenas, um piso pode ser uma montra.
"""),
    further="Modelo do contrato de onze meses, anexo ao estudo de caso.",
    criteria=(
        ("integrated", "Património, finanças, bombeiros e inquilinos decidem juntos a ordem dos pisos."),
        ("impact", "46 empresas e três pisos abertos em três anos."),
        ("relevance", "Todas as cidades da rede têm edifícios públicos vazios."),
        ("transferability", "Torino e Plasencia já a adaptaram com regras diferentes."),
    ),
    pictures=(
        Picture(
            file_name="porto-andares.png",
            drawing="storeys",
            alt="Corte desenhado de um edifício de quatro pisos; dois estão iluminados e um está marcado a amarelo.",
        ),
        Picture(
            file_name="porto-firmas.webp",
            drawing="bars:11,29,46",
            alt="Três barras crescentes: 11 empresas em 2015, 29 em 2016 e 46 em 2017.",
        ),
    ),
    section_visibility=(("wrong", "network"),),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="changes",
            text=(
                "Falta o custo do aquecimento por mês e quem paga quando um piso está vazio. Sem isso, "
                "outra cidade copia só a obra."
            ),
            at=at("2017-10-20T09:00"),
        ),
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text="Validada. O custo na porta é uma ideia pequena que muda a conversa com os serviços financeiros.",
            at=at("2018-01-09T15:10"),
        ),
    ),
    transfers=(
        Transfer(
            receiver="torino",
            stage="re-use",
            since="2017-10",
            adapted="Votação anual do conselho em vez da conta da renda.",
            left_out="A conta da renda.",
            result="Dois pisos, 17 empresas; o aquecimento custou o dobro da estimativa.",
        ),
        Transfer(
            receiver="plasencia",
            stage="adapt",
            since="2017-11",
            adapted="Uma montra de cada vez; não há pisos para abrir.",
            left_out="A visita do bombeiro.",
            result="Três primeiras lojas arrendadas.",
        ),
        Transfer(
            receiver="bucharest",
            stage="adapt",
            since="2017-12",
            adapted="Contratos assinados pelo distrito e não pela cidade.",
            left_out="O custo na porta.",
            result="À espera do parecer jurídico.",
        ),
        Transfer(receiver="ostrava", stage="interested", since="2018-01"),
        Transfer(receiver="bielsko-biala", stage="interested", since="2018-01"),
    ),
    verified_on="2018-01-09",
    created_at=at("2017-09-28T10:02"),
    updated_at=at("2018-01-09T15:10"),
)
