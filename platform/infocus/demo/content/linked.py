"""What the demo's practices come from: the meetings they were told at and the plans they are part of. Illustrative."""

LINKS = {
    "bielsko-najemca": ("plan:bielsko-biala-plan",),
    "bordeaux-animateur": ("meeting:bordeaux-2017", "plan:bordeaux-plan"),
    "frankfurt-vertrag": ("meeting:frankfurt-2016",),
    "ostrava-hall": ("meeting:ostrava-2016", "plan:ostrava-plan"),
    "porto-andares": ("meeting:ostrava-2016", "practice:ostrava-hall"),
    "torino-chiavi": ("meeting:torino-2017",),
}
