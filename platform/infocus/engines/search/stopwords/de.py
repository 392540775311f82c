"""Function words of German."""

WORDS = frozenset(
    """
    der die das den dem des ein eine einer eines einem einen und oder aber doch sondern denn weil dass daß ob wenn
    als wie wo wohin woher wann warum wieso weshalb wer wen wem wessen was welcher welche welches welchem welchen
    wieviel in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von
    vom vor während wegen zu zum zur zwischen ins ans ich du er sie es wir ihr mich dich sich uns euch mir dir ihm
    ihn ihnen mein meine meiner meinem meinen dein deine sein seine seiner seines seinem seinen ihre ihrer ihres
    ihrem ihren unser unsere unserer unseren euer eure dieser diese dieses diesem diesen jener jene jenes jenem
    jenen ist sind war waren bin bist seid wird werden wurde wurden worden geworden sei wäre wären gewesen hat
    haben habe hast hatte hatten hätte kann können konnte konnten könnte muss müssen soll sollen sollte will
    wollen wollte darf dürfen mag nicht kein keine keiner keinem keinen ja nein nur auch noch schon sehr mehr so
    da dann dort hier hin her damit dazu davon dabei darauf daran daraus darin dafür dagegen jeder jede jedes
    jedem jeden alle allem allen aller alles andere anderer anderen anderem anderes einige einiger einigen selbst
    man etwa also bereits
    """.split()
)
