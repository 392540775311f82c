"""Passwords of ten or more characters that people try first; shorter ones are refused for their length."""

_WORDS = """
0123456789 1234567890 12345678910 123456789a 1234567891 0987654321 9876543210 1122334455 1029384756 1q2w3e4r5t
1qaz2wsx3edc 1q2w3e4r5t6y qwertyuiop qwertyuiop1 qwerty1234 qwerty12345 qwerty123456 qwertzuiop azertyuiop
asdfghjkl1 zxcvbnm123 password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 password2017
password2018 password01 passwort123 motdepasse motdepasse1 contrasena contrasena1 contraseña palavrapasse
senha12345 parola1234 parola12345 haslo12345 heslo12345 pasahitza1 welcome123 welcome1234 willkommen bienvenue1
bienvenido administrator admin12345 letmein123 letmein1234 iloveyou123 iloveyou12 sunshine123 football123
baseball123 superman123 princess123 dragon1234 monkey1234 master1234 changeme123 changeme1234 trustno1234
whatever123 computer123 internet123 abcdefghij abcdefghijk abcd123456 abc1234567 abc123456789 a123456789
q1w2e3r4t5 qazwsxedcrfv zaq12wsxcde3 correcthorse correcthorsebatterystaple
testtest12 test123456 default123 secret1234 infocus123 infocus2017 exchange123
"""
COMMON = frozenset(_WORDS.split()) | {"correct horse battery staple"}
