"""Portuguese: one storey at a time, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# A pergunta

Onze edifícios municipais vazios, onze projetos de reabilitação, nenhum dinheiro. Durante anos a pergunta foi como
financiar os projetos. Em 2014 alguém fez outra: quanto custa tornar um piso seguro, quente e seco, e mais nada?

Este estudo de caso conta as três obras que se seguiram, com as contas abertas. Destina-se a quem tem de convencer
serviços financeiros, e foi em parte escrito por eles.

# Percorrer com o bombeiro

A visita faz-se com um bombeiro, um artesão e uma folha por piso. O bombeiro diz o que impede uma pessoa de
trabalhar ali na segunda-feira. O artesão diz o que o impede a ele. As duas listas são diferentes, e a segunda é
quase sempre mais curta.

!table As listas de três pisos
| Piso | Lista do bombeiro | Lista do artesão |
| Primeiro | 9 pontos | 4 pontos |
| Segundo | 14 pontos | 5 pontos |
| Terceiro | 7 pontos | 6 pontos |

Escolhe-se o piso com a lista mais curta, e não o que tem a melhor vista.

# As contas

!bars Custo da obra, em euros por metro quadrado: Primeiro piso=212; Segundo piso=188; Terceiro piso=171

A renda cobre a despesa corrente quando dois terços do piso estão ocupados. Acima disso alimenta a conta do piso
seguinte. A regra foi escrita pelos serviços financeiros numa tarde, depois de verem o custo afixado na porta do
primeiro piso.

# O contrato de onze meses

!flow Vida de um contrato: Pedido de uma página > Visita > Onze meses > Prova de uso > Renovação ou saída sem custos

Onze meses ficam abaixo do limite que obriga a votação. Há quem veja nisso um truque; nós vemos um período
experimental para ambos. Em três anos, quatro inquilinos saíram antes do fim e nenhum deixou dívidas.

# O piso que correu mal

O segundo piso foi entregue a uma só empresa. Prometia quarenta empregos e trouxe nove. Saiu ao sétimo mês, e com
ela a paciência dos vizinhos. A obra serviu aos dezoito pequenos inquilinos que vieram depois; o tempo perdido não
serviu a ninguém.

# Para outras cidades

Levem a pergunta e a visita com o bombeiro. A conta da renda depende da lei do orçamento: Torino usa uma votação
anual. O preço na porta custa uma folha de papel e ninguém o copiou ainda.
""")
