"""The words that head the sections of practice fiches, by field and language; ``|`` stands between phrases."""

PHRASES: dict[str, dict[str, str]] = {
    "title": {
        "en": "title|title of the practice|name of the practice|name of the good practice|practice title",
        "es": "título|título de la práctica|nombre de la práctica|denominación",
        "eu": "izenburua|praktikaren izena|jardunbidearen izena|titulua",
        "pt": "título|título da prática|nome da prática|designação",
        "it": "titolo|titolo della pratica|nome della pratica|denominazione",
        "cs": "název|název praxe|název příkladu|titul",
        "ro": "titlu|titlul practicii|denumirea practicii|denumire",
        "pl": "tytuł|tytuł praktyki|nazwa praktyki|nazwa",
        "de": "titel|titel der praxis|name der praxis|bezeichnung",
        "fr": "titre|titre de la pratique|nom de la pratique|intitulé",
    },
    "summary": {
        "en": "summary|short summary|in short|in brief|abstract|at a glance|overview|in a nutshell",
        "es": "resumen|breve resumen|en síntesis|síntesis|en breve|de un vistazo",
        "eu": "laburpena|laburpen laburra|labur|laburbilduz",
        "pt": "resumo|breve resumo|sumário|síntese|em resumo",
        "it": "sintesi|riassunto|breve descrizione|in breve|sommario",
        "cs": "shrnutí|souhrn|stručně|stručné shrnutí|anotace",
        "ro": "rezumat|pe scurt|sinteză|scurt rezumat",
        "pl": "streszczenie|podsumowanie|w skrócie|krótki opis",
        "de": "zusammenfassung|kurzfassung|kurzbeschreibung|auf einen blick|überblick|kurz gesagt",
        "fr": "résumé|en bref|synthèse|bref résumé|en résumé",
    },
    "problem": {
        "en": "problem|problem addressed|context|background|starting point|needs|the challenge we faced|why we did it|"
        "initial situation|situation before|reason for the practice",
        "es": "problema|contexto|antecedentes|punto de partida|situación inicial|necesidades|por qué|diagnóstico",
        "eu": "arazoa|testuingurua|aurrekariak|abiapuntua|hasierako egoera|beharrak",
        "pt": "problema|contexto|antecedentes|ponto de partida|situação inicial|necessidades|enquadramento",
        "it": "problema|contesto|punto di partenza|situazione iniziale|bisogni|premessa|esigenze",
        "cs": "problém|kontext|východiska|výchozí situace|výchozí stav|potřeby|souvislosti",
        "ro": "problemă|problema abordată|context|punct de plecare|situația inițială|nevoi|contextul",
        "pl": "problem|kontekst|tło|punkt wyjścia|sytuacja wyjściowa|potrzeby|diagnoza",
        "de": "problem|problemstellung|kontext|hintergrund|ausgangslage|ausgangssituation|anlass|bedarf",
        "fr": "problème|contexte|point de départ|situation initiale|besoins|constat|problématique|enjeux",
    },
    "how": {
        "en": "how|solution|how we did it|how it works|description|description of the practice|what we did|approach|"
        "detailed information|implementation|step by step|activities|method|the practice|detailed description",
        "es": "cómo|solución|cómo lo hicimos|cómo funciona|descripción|descripción de la práctica|qué hicimos|enfoque|"
        "puesta en marcha|ejecución|paso a paso|actividades|metodología|desarrollo|información detallada",
        "eu": "nola|konponbidea|nola egin genuen|nola funtzionatzen du|deskribapena|azalpena|zer egin genuen|"
        "gauzatzea|urratsez urrats|jarduerak|metodologia|informazio zehatza",
        "pt": "como|solução|como fizemos|como funciona|descrição|descrição da prática|o que fizemos|abordagem|"
        "implementação|execução|passo a passo|atividades|metodologia|informação detalhada",
        "it": "come|soluzione|come abbiamo fatto|come funziona|descrizione|descrizione della pratica|"
        "cosa abbiamo fatto|"
        "approccio|attuazione|realizzazione|passo dopo passo|attività|metodo|informazioni dettagliate",
        "cs": "jak|řešení|jak jsme to udělali|jak to funguje|popis|popis praxe|co jsme udělali|přístup|realizace|"
        "krok za krokem|aktivity|činnosti|metoda|postup|podrobné informace",
        "ro": "cum|soluție|soluția|cum am făcut|cum funcționează|descriere|descrierea practicii|ce am făcut|abordare|"
        "implementare|pas cu pas|activități|metodă|informații detaliate",
        "pl": "jak|rozwiązanie|jak to zrobiliśmy|jak to działa|opis|opis praktyki|co zrobiliśmy|podejście|wdrożenie|"
        "realizacja|krok po kroku|działania|metoda|szczegółowe informacje",
        "de": "wie|lösung|wie wir es gemacht haben|so haben wir es gemacht|wie es funktioniert|so funktioniert es|"
        "beschreibung|beschreibung der praxis|was wir getan haben|vorgehen|umsetzung|schritt für schritt|"
        "aktivitäten|methode|ansatz|ausführliche informationen",
        "fr": "comment|solution|comment nous avons fait|comment ça marche|description|description de la pratique|"
        "ce que nous avons fait|approche|mise en œuvre|mise en oeuvre|réalisation|étape par étape|activités|"
        "méthode|démarche|informations détaillées",
    },
    "who": {
        "en": "who|stakeholders|participation|partners|partnership|beneficiaries|target group|target groups|governance|"
        "participatory approach|people involved|actors|who took part|who was involved|local group|"
        "stakeholders involved",
        "es": "quién|quiénes|actores|partes interesadas|participación|socios|colaboradores|beneficiarios|gobernanza|"
        "grupo destinatario|agentes implicados|agentes|enfoque participativo|entidades participantes",
        "eu": "nor|nortzuk|eragileak|parte hartzea|partaidetza|bazkideak|onuradunak|gobernantza|xede taldea",
        "pt": "quem|partes interessadas|participação|parceiros|parceria|beneficiários|governação|grupo alvo|"
        "atores|intervenientes|abordagem participativa",
        "it": "chi|portatori di interesse|attori|partecipazione|partner|partenariato|beneficiari|governance|"
        "destinatari|soggetti coinvolti|approccio partecipativo",
        "cs": "kdo|zapojení|aktéři|zúčastněné strany|účast|partneři|partnerství|příjemci|cílová skupina|řízení|"
        "participace|zapojené subjekty",
        "ro": "cine|părți interesate|actori|participare|parteneri|parteneriat|beneficiari|grup țintă|guvernanță|"
        "actori implicați|abordare participativă",
        "pl": "kto|interesariusze|uczestnictwo|partycypacja|partnerzy|partnerstwo|beneficjenci|grupa docelowa|"
        "zarządzanie|podejście partycypacyjne|zaangażowane podmioty",
        "de": "wer|beteiligte|beteiligung|akteure|partner|partnerschaft|zielgruppe|zielgruppen|steuerung|"
        "begünstigte|interessengruppen|mitwirkende|wer mitgemacht hat",
        "fr": "qui|parties prenantes|acteurs|participation|partenaires|partenariat|bénéficiaires|gouvernance|"
        "public cible|approche participative|acteurs impliqués",
    },
    "resources": {
        "en": "resources|resources needed|budget|cost|costs|funding|financing|finance|means|staff",
        "es": "recursos|recursos necesarios|presupuesto|coste|costes|financiación|medios|personal",
        "eu": "baliabideak|aurrekontua|kostua|kostuak|finantzaketa|finantzazioa|behar diren baliabideak",
        "pt": "recursos|recursos necessários|orçamento|custo|custos|financiamento|meios",
        "it": "risorse|risorse necessarie|budget|costo|costi|finanziamento|finanziamenti|bilancio|mezzi",
        "cs": "zdroje|potřebné zdroje|rozpočet|náklady|financování|prostředky",
        "ro": "resurse|resurse necesare|buget|cost|costuri|finanțare|mijloace",
        "pl": "zasoby|potrzebne zasoby|budżet|koszt|koszty|finansowanie|środki",
        "de": "ressourcen|benötigte ressourcen|mittel|budget|kosten|finanzierung|aufwand|haushalt",
        "fr": "ressources|ressources nécessaires|budget|coût|coûts|financement|moyens",
    },
    "timescale": {
        "en": "timescale|timeline|time frame|timeframe|duration|start date|end date|period|dates|when|calendar",
        "es": "calendario|plazo|plazos|duración|fecha de inicio|fechas|período|periodo|cronograma|cuándo",
        "eu": "egutegia|iraupena|epea|hasiera data|datak|noiz|denboraldia",
        "pt": "calendário|prazo|prazos|duração|data de início|datas|período|cronograma|quando",
        "it": "tempi|tempistica|durata|data di inizio|date|periodo|calendario|cronoprogramma|quando",
        "cs": "harmonogram|časový rámec|doba trvání|trvání|datum zahájení|období|kdy|časový plán",
        "ro": "calendar|durată|perioadă|data începerii|date calendaristice|interval de timp|când",
        "pl": "harmonogram|czas trwania|ramy czasowe|okres|data rozpoczęcia|kiedy|kalendarz",
        "de": "zeitrahmen|zeitplan|dauer|laufzeit|zeitraum|beginn und ende|wann",
        "fr": "calendrier|durée|période|date de début|dates|délais|échéancier|quand",
    },
    "evidence": {
        "en": "evidence|evidence of success|results|results achieved|impact|outcomes|what changed|achievements|success|"
        "indicators|effects|outputs",
        "es": "evidencias|prueba de éxito|resultados|resultados obtenidos|impacto|logros|éxito|indicadores|efectos|"
        "qué cambió",
        "eu": "emaitzak|lortutako emaitzak|inpaktua|eragina|lorpenak|arrakasta|adierazleak|arrakastaren froga",
        "pt": "resultados|resultados obtidos|impacto|evidência de sucesso|evidências|sucesso|indicadores|efeitos|"
        "o que mudou",
        "it": "risultati|risultati ottenuti|impatto|prova del successo|successo|indicatori|effetti|cosa è cambiato",
        "cs": "výsledky|dosažené výsledky|dopad|dopady|důkaz úspěchu|úspěch|ukazatele|přínosy|co se změnilo",
        "ro": "rezultate|rezultate obținute|impact|dovada succesului|succes|indicatori|efecte|realizări",
        "pl": "rezultaty|wyniki|osiągnięte wyniki|wpływ|dowody sukcesu|sukces|wskaźniki|efekty|co się zmieniło",
        "de": "ergebnisse|erreichte ergebnisse|wirkung|wirkungen|erfolg|erfolgsnachweis|nachweis des erfolgs|"
        "indikatoren|was sich geändert hat|erfolge",
        "fr": "résultats|résultats obtenus|impact|preuves de réussite|preuve du succès|réussite|indicateurs|effets|"
        "ce qui a changé",
    },
    "wrong": {
        "en": "what went wrong|challenges|challenges encountered|difficulties|obstacles|problems encountered|barriers|"
        "failures|mistakes|risks|what we would not repeat|what did not work|what we would do differently",
        "es": "qué salió mal|dificultades|retos|obstáculos|problemas encontrados|desafíos|errores|riesgos|barreras|"
        "lo que no funcionó",
        "eu": "zer atera zen gaizki|zailtasunak|erronkak|oztopoak|akatsak|arriskuak|izandako arazoak",
        "pt": "o que correu mal|dificuldades|desafios|obstáculos|problemas encontrados|erros|riscos|barreiras",
        "it": "cosa è andato storto|difficoltà|sfide|ostacoli|problemi incontrati|errori|rischi|criticità",
        "cs": "co se nepovedlo|obtíže|výzvy|překážky|potíže|chyby|rizika|zjištěné problémy",
        "ro": "ce nu a mers|dificultăți|provocări|obstacole|probleme întâmpinate|greșeli|riscuri|bariere",
        "pl": "co się nie udało|trudności|wyzwania|przeszkody|napotkane problemy|błędy|ryzyka|bariery",
        "de": "was schiefging|was schief ging|was schiefgelaufen ist|schwierigkeiten|herausforderungen|hindernisse|"
        "hürden|fehler|risiken|stolpersteine|was nicht funktioniert hat",
        "fr": "ce qui n’a pas marché|difficultés|défis|obstacles|problèmes rencontrés|erreurs|risques|freins|"
        "ce qui a échoué",
    },
    "lesson": {
        "en": "lesson|lessons|lessons learnt|lessons learned|one lesson|what we learned|what we learnt|advice|tips|"
        "key message",
        "es": "lección|lecciones|lecciones aprendidas|qué aprendimos|aprendizajes|consejos|consejo",
        "eu": "ikasgaia|ikasgaiak|ikasitakoa|zer ikasi dugu|aholkuak|gomendioak",
        "pt": "lição|lições|lições aprendidas|o que aprendemos|aprendizagens|conselhos",
        "it": "lezione|lezioni|lezioni apprese|cosa abbiamo imparato|consigli|insegnamenti",
        "cs": "poučení|ponaučení|získané zkušenosti|co jsme se naučili|rady|zkušenosti",
        "ro": "lecție|lecții|lecții învățate|ce am învățat|sfaturi|învățăminte",
        "pl": "lekcja|wnioski|wyciągnięte wnioski|czego się nauczyliśmy|rady|nauka",
        "de": "lektion|lehren|erkenntnisse|was wir gelernt haben|gelerntes|tipps|ratschläge|lernerfahrungen",
        "fr": "leçon|leçons|enseignements|leçons apprises|ce que nous avons appris|conseils|leçons tirées",
    },
    "conditions": {
        "en": "conditions|success factors|prerequisites|preconditions|what can be left out|requirements|"
        "key success factors|"
        "conditions for transfer|what you need first",
        "es": "condiciones|factores de éxito|requisitos|requisitos previos|condiciones previas|claves del éxito",
        "eu": "baldintzak|arrakasta faktoreak|aldez aurreko baldintzak|betekizunak",
        "pt": "condições|fatores de sucesso|requisitos|pré-requisitos|condições prévias",
        "it": "condizioni|fattori di successo|requisiti|prerequisiti|presupposti",
        "cs": "podmínky|faktory úspěchu|předpoklady|požadavky",
        "ro": "condiții|factori de succes|cerințe|condiții prealabile|premise",
        "pl": "warunki|czynniki sukcesu|wymagania|warunki wstępne",
        "de": "bedingungen|voraussetzungen|erfolgsfaktoren|rahmenbedingungen|anforderungen",
        "fr": "conditions|facteurs de succès|facteurs de réussite|prérequis|conditions préalables|exigences",
    },
    "transfer": {
        "en": "transfer|transferability|potential for learning|potential for learning or transfer|replicability|"
        "why it is interesting for other cities|for other cities|relevance for other cities|"
        "sustainability and transfer",
        "es": "transferibilidad|transferencia|potencial de aprendizaje|replicabilidad|para otras ciudades",
        "eu": "transferigarritasuna|transferentzia|ikasteko potentziala|beste hirietarako|errepikagarritasuna",
        "pt": "transferibilidade|transferência|potencial de aprendizagem|replicabilidade|para outras cidades",
        "it": "trasferibilità|trasferimento|potenziale di apprendimento|replicabilità|per altre città",
        "cs": "přenositelnost|přenos|potenciál pro učení|možnost přenosu|pro jiná města",
        "ro": "transferabilitate|transfer|potențial de învățare|replicabilitate|pentru alte orașe",
        "pl": "możliwość przeniesienia|transfer|przenoszalność|potencjał uczenia się|powtarzalność|dla innych miast",
        "de": "übertragbarkeit|transfer|übertragung|lernpotenzial|für andere städte|nachahmbarkeit",
        "fr": "transférabilité|transfert|potentiel d’apprentissage|reproductibilité|pour d’autres villes",
    },
    "contact": {
        "en": "contact|contacts|contact person|contact details|who to ask",
        "es": "contacto|datos de contacto|persona de contacto",
        "eu": "kontaktua|harremanetarako|harremanetarako pertsona",
        "pt": "contacto|contato|pessoa de contacto|contactos",
        "it": "contatto|contatti|persona di contatto|referente",
        "cs": "kontakt|kontaktní osoba|kontaktní údaje",
        "ro": "contact|date de contact|persoană de contact",
        "pl": "kontakt|osoba do kontaktu|dane kontaktowe",
        "de": "kontakt|ansprechpartner|ansprechpartnerin|ansprechperson|kontaktdaten",
        "fr": "contact|coordonnées|personne à contacter|personne de contact",
    },
    "further": {
        "en": "further information|more information|links|references|sources|website|annexes|read more",
        "es": "más información|información adicional|enlaces|referencias|fuentes|sitio web|anexos",
        "eu": "informazio gehiago|informazio gehigarria|estekak|erreferentziak|iturriak|webgunea|eranskinak",
        "pt": "mais informações|informação adicional|ligações|referências|fontes|sítio web|anexos",
        "it": "ulteriori informazioni|maggiori informazioni|link|riferimenti|fonti|sito web|allegati",
        "cs": "další informace|více informací|odkazy|prameny|webové stránky|přílohy",
        "ro": "informații suplimentare|mai multe informații|linkuri|referințe|surse|site web|anexe",
        "pl": "więcej informacji|dalsze informacje|linki|odnośniki|źródła|strona internetowa|załączniki",
        "de": "weitere informationen|weiterführende informationen|links|quellen|webseite|anhänge|verweise",
        "fr": "plus d’informations|informations complémentaires|pour en savoir plus|liens|références|sources|site web|"
        "annexes",
    },
    "institution": {
        "en": "main institution|institution|organisation in charge|responsible organisation|lead organisation|"
        "organisation",
        "es": "institución|institución principal|entidad responsable|organismo responsable",
        "eu": "erakundea|erakunde nagusia|erakunde arduraduna",
        "pt": "instituição|instituição principal|entidade responsável",
        "it": "istituzione|istituzione principale|ente responsabile|organizzazione responsabile",
        "cs": "instituce|hlavní instituce|odpovědná organizace",
        "ro": "instituție|instituția principală|organizația responsabilă",
        "pl": "instytucja|główna instytucja|organizacja odpowiedzialna",
        "de": "institution|träger|verantwortliche organisation|federführende organisation|einrichtung",
        "fr": "institution|institution principale|organisme responsable|organisation responsable",
    },
    "place_name": {
        "en": "location|place|location of the practice|city",
        "es": "ubicación|lugar|localización|ciudad",
        "eu": "kokapena|lekua|hiria",
        "pt": "localização|local|cidade",
        "it": "luogo|localizzazione|ubicazione|città",
        "cs": "místo|lokalita|město",
        "ro": "locație|localizare|loc|oraș",
        "pl": "lokalizacja|miejsce|miasto",
        "de": "ort|standort|stadt",
        "fr": "lieu|localisation|ville",
    },
}
