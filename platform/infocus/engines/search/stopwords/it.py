"""Function words of Italian."""

WORDS = frozenset(
    """
    il lo la i gli le l un uno una e ed o od né che di d a ad da in con su per tra fra del dello della dei degli
    delle dell al allo alla ai agli alle all dal dallo dalla dai dagli dalle dall nel nello nella nei negli nelle
    nell sul sullo sulla sui sugli sulle sull col coi si se ne ci vi mi ti c n s m t v io tu lui lei egli ella esso
    essa noi voi loro essi esse me te sé mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri
    nostre vostro vostra questo questa questi queste quest quello quella quelli quelle quell quel quei quegli ciò
    chi cosa cos quale quali qual quanto quanta quanti quante come com dove dov quando perché poiché cui è sono
    era erano fu furono essere stato stata stati state sarà saranno sia siano sei siamo ha hanno ho hai abbiamo
    aveva avevano avere avuto ebbe non no sì già molto più meno anche anch ma però mentre ogni tutto tutta
    tutti tutte tutt altro altra altri altre stesso stessa stessi stesse alcun alcuni alcune nessun nessuno così
    allora ancora solo sotto sopra dopo prima senza contro verso durante
    """.split()
)
