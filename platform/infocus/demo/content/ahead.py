"""Two meetings that lie ahead: one of the network with its people, one of a city's local group. Illustrative."""

PORTO_AHEAD = 35
PORTO = {
    "title": "Porto: what became of our plans",
    "theme": "Two years on: what was built, what was dropped, who carries it",
    "summary": "Owners tell what their city did with its plan and with the advice of the others. Illustrative.",
    "place": "Porto",
    "time_zone": "Europe/Lisbon",
}
PORTO_SESSIONS = (
    {"day": 1, "starts": "09:30", "ends": "10:30", "title": "Welcome: what is left", "place": "Market hall",
     "speakers": "Rui Tavares (Porto)"},
    {"day": 1, "starts": "11:00", "ends": "12:30", "title": "Workspaces: who pays now", "kind": "workshop",
     "place": "Room 1", "speakers": "Idoia Etxeberria (Bilbao)"},
    {"day": 1, "starts": "11:00", "ends": "12:30", "title": "Talent: who stayed", "kind": "workshop",
     "place": "Room 2", "speakers": "A guest from the university"},
    {"day": 1, "starts": "14:30", "ends": "17:00", "title": "Two workshops of the old port", "kind": "visit",
     "meeting_point": "Tram stop at the market hall", "place": "The quay"},
    {"day": 1, "starts": "20:00", "ends": "00:30", "title": "Dinner", "kind": "social"},
    {"day": 2, "starts": "09:00", "ends": "12:00", "title": "What we hand on", "place": "Market hall"},
)  # fmt: skip
COMING = {
    "officer@porto.example": "yes", "coordinator@porto.example": "yes", "officer@bordeaux.example": "yes",
    "officer@torino.example": "yes", "coordinator@bilbao.example": "open", "officer@ostrava.example": "open",
    "officer@frankfurt.example": "no",
}  # fmt: skip
GUESTS = (("Marta Lindqvist", "Tampere", "yes"), ("Yael Ben-Ami", "Haifa", "open"))
NEEDS = {"officer@torino.example": ("Vegetarian", ""), "officer@bordeaux.example": ("", "A way in without steps")}
LOCAL_AHEAD = 20
LOCAL = {"title": "Grupo local do Porto", "place": "Sala da junta", "language": "pt"}
LOCAL_AGENDA = "18:00 Boas-vindas\n18:15 O que nos disseram as outras cidades\n19:00 Quem faz o quê até à primavera"
