"""What a person wrote, out of what their mail program sends: ten languages, two ways to quote, wrapped lines."""

import pytest

from infocus.letterbox.answers import LINE, answer_in, plain

OURS = "in.example"
WROTE = "The rents are 40 euro.\nAnd the tools?"
INTRODUCED = {
    "en": "On Tue, 24 Nov 2026 at 07:00, In Focus Exchange <exchange@in.example> wrote:",
    "es": "El mar, 24 nov 2026 a las 7:00, In Focus Exchange (<exchange@in.example>) escribió:",
    "eu": "In Focus Exchange <exchange@in.example> igorleak hau idatzi du (2026 aza. 24, ar. 07:00):",
    "pt": "In Focus Exchange <exchange@in.example> escreveu (terça, 24/11/2026 à(s) 07:00):",
    "it": "Il giorno mar 24 nov 2026 alle ore 07:00 In Focus Exchange <exchange@in.example> ha scritto:",
    "cs": "út 24. 11. 2026 v 7:00 odesílatel In Focus Exchange <exchange@in.example> napsal:",
    "ro": "În mar., 24 nov. 2026 la 07:00, In Focus Exchange <exchange@in.example> a scris:",
    "pl": "wt., 24 lis 2026 o 07:00 In Focus Exchange <exchange@in.example> napisał(a):",
    "de": "Am Di., 24. Nov. 2026 um 07:00 Uhr schrieb In Focus Exchange <exchange@in.example>:",
    "fr": "Le mar. 24 nov. 2026 à 07:00, In Focus Exchange <exchange@in.example> a écrit :",
}
HEADED = {
    "en": ("From", "Sent", "To", "Subject"), "es": ("De", "Enviado", "Para", "Asunto"),
    "eu": ("Nork", "Bidalia", "Nori", "Gaia"), "pt": ("De", "Enviada", "Para", "Assunto"),
    "it": ("Da", "Inviato", "A", "Oggetto"), "cs": ("Od", "Odesláno", "Komu", "Předmět"),
    "ro": ("De la", "Trimis", "Către", "Subiect"), "pl": ("Od", "Wysłano", "Do", "Temat"),
    "de": ("Von", "Gesendet", "An", "Betreff"), "fr": ("De", "Envoyé", "À", "Objet"),
}  # fmt: skip


@pytest.mark.parametrize("language", INTRODUCED)
@pytest.mark.parametrize("wrapped", [False, True])
def test_what_a_mail_program_quotes_below_a_sentence_is_cut_off(language: str, wrapped: bool) -> None:
    sentence = INTRODUCED[language].replace(" <", "\n<") if wrapped else INTRODUCED[language]
    assert answer_in(f"{WROTE}\n\n{sentence}\n\n> Good day\n> A word.\n", OURS) == WROTE


@pytest.mark.parametrize("language", HEADED)
def test_what_a_mail_program_quotes_below_headers_is_cut_off(language: str) -> None:
    a, b, c, d = HEADED[language]
    headers = f"{a}: In Focus Exchange <exchange@in.example>\n{b}: 24.11.2026 07:00\n{c}: Maria\n{d}: A word"
    assert answer_in(f"{WROTE}\r\n\r\n________________________________\r\n{headers}\r\n\r\nGood day\r\n", OURS) == WROTE


def test_the_line_in_our_mails_and_trailing_quotes_are_cut_off() -> None:
    assert answer_in(f"{WROTE}\n\n{LINE}\nOld words.\n", OURS) == WROTE
    assert answer_in(f"{WROTE}\n\n> {LINE}\n> Old words.\n", OURS) == WROTE
    assert answer_in(f"{WROTE}\n\n> Old words.\n>\n> More.\n", OURS) == WROTE


def test_only_a_quotation_is_no_answer_and_no_words_are_lost() -> None:
    assert answer_in("> Old words.\n", OURS) == ""
    assert answer_in("> Which rent?\n\nForty euro.\n", OURS).endswith("Forty euro.")
    assert answer_in("Hallo,\nvielen Dank!\n", OURS) == "Hallo,\nvielen Dank!"


def test_html_is_read_without_its_quotation_scripts_and_styles() -> None:
    markup = (
        "<style>p{}</style><p>Forty &amp; more.</p><script>x()</script><p>Yes<br>no</p><blockquote>Old</blockquote>"
    )
    assert answer_in(plain(markup), OURS) == "Forty & more.\nYes\nno"


def test_a_hostile_text_is_read_in_bounded_time() -> None:
    assert len(answer_in("a " * 3_000_000, OURS)) <= 100_000
    assert isinstance(answer_in("On " * 30_000, OURS), str)
    assert isinstance(answer_in("> " * 50_000, OURS), str)
