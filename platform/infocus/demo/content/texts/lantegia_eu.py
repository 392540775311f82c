"""Basque: an article on the neighbourhood workshop."""

from infocus.demo.content.words import prose

BODY = prose("""
# Hamabi giltza

Arratsaldeko seietan atea irekita dago. Barruan bost makina, bi neska eta lau mutil. Inork ez dio inori ezer
erakusten: bakoitzak bere lana egiten du, eta galdera bat sortzen denean, mahaiaren inguruan elkartzen dira.

Beheko solairu hau bederatzi urtez egon zen hutsik. Udalarena zen, eta inork ez zekien zertarako erabili. Orain
hamabi gaztek dute giltza.

# Auzoak erabaki zuen ordutegia

Lehenengo bileran ez genuen proiektua aurkeztu. Galdera bakarra egin genuen: zein ordutan egin daiteke zarata?
Auzo-elkarteak erantzun zuen: zortzietatik bederatzietara, eta igandeetan inoiz ez. Bi urte hauetan bi kexa baino ez
dira izan, biak lehen hilean.

> Zarataren ordutegia auzoak erabaki zuen, eta horregatik betetzen da.

# Erretiratuak eta galderak

Asteazkenetan erretiroa hartutako langile bat etortzen da. Berrogei urte eman ditu torneroarekin. Ez du eskolarik
ematen, eta hori da sekretua: itxaron egiten du. Gazteek galdetzen dutenean, istorio bat kontatzen du, eta
istorioaren erdian dago erantzuna.

!flow Gazte baten bidea: Elkarrizketa > Segurtasun-ikastaroa > Giltza > Lehen enkargua > Hurrengoak aukeratzea

# Zenbakiak eta porrotak

!bars Giltza izan duten gazteak, guztira: 2016=12; 2017=24

Hamaseik lana aurkitu dute. Hiruk enpresa txiki bana sortu dute, eta bi enpresa itxi egin dira. Porrotak ere
kontatzen ditugu: laser makina moderno batek aurrekontuaren herena jan zuen eta ez zuen inork erabili.

Beste hiri batzuetako lagunek zer kopiatu behar duten galdetzen digute. Erantzuna beti bera da: ez kopiatu makinak,
kopiatu giltza.
""")
