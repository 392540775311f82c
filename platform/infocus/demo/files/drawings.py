"""What each practice's picture shows. Coordinates are in the pen's space of 1200 × 750."""

from infocus.demo.files.pen import Pen


def table(pen: Pen) -> None:
    """A round table with five chairs; the firm's chair is marked."""
    pen.ring((600, 385), 190, 6)
    for index, (x, y) in enumerate(((600, 110), (880, 300), (780, 630), (420, 630), (320, 300))):
        pen.ring((x, y), 58, 5, filled=index == 0)
    for x in (540, 600, 660):
        pen.line((x - 22, 360), (x + 22, 410), 3)


def storeys(pen: Pen) -> None:
    """A building cut open: two storeys lit, one marked."""
    for floor in range(4):
        top = 110 + floor * 140
        if floor == 2:
            pen.mark(300, top, 900, top + 140)
        pen.box(300, top, 900, top + 140, 5)
        for window in range(5):
            left = 345 + window * 110
            pen.box(left, top + 35, left + 64, top + 105, 3)
            if floor >= 2:
                pen.line((left + 10, top + 90), (left + 54, top + 90), 5)
    pen.line((150, 672), (1050, 672), 5)
    pen.line((300, 110), (600, 30), 5)
    pen.line((600, 30), (900, 110), 5)


def windows(pen: Pen) -> None:
    """Seven shop windows in a row; three open, the middle one marked."""
    for shop in range(7):
        left = 70 + shop * 154
        if shop == 3:
            pen.mark(left, 260, left + 136, 560)
        pen.box(left, 260, left + 136, 560)
        pen.line((left - 6, 250), (left + 142, 250), 6)
        if shop in (1, 3, 5):
            pen.ring((left + 68, 400), 38, 3)
        else:
            for bar in range(5):
                pen.line((left + 8, 300 + bar * 52), (left + 128, 300 + bar * 52), 3)
    pen.line((40, 566), (1160, 566), 5)


def keys(pen: Pen) -> None:
    """Two keys over a coin; the second is marked."""
    pen.ring((600, 500), 150, 6)
    pen.ring((600, 500), 118, 3)
    for left, marked in ((200, False), (680, True)):
        if marked:
            pen.mark(left - 20, 150, left + 340, 270)
        pen.ring((left + 60, 210), 52, 6)
        pen.line((left + 112, 210), (left + 320, 210), 8)
        for tooth in (250, 290, 318):
            pen.line((left + tooth, 210), (left + tooth, 250), 6)


def exchange(pen: Pen) -> None:
    """A school and a workshop, with a way there and a marked way back."""
    pen.box(110, 260, 400, 560, 5)
    pen.line((110, 260), (255, 150), 5)
    pen.line((255, 150), (400, 260), 5)
    pen.box(800, 260, 1090, 560, 5)
    for roof in range(3):
        left = 800 + roof * 97
        pen.line((left, 260), (left + 60, 180), 5)
        pen.line((left + 60, 180), (left + 97, 260), 5)
    pen.arrow((430, 350), (770, 350), 6)
    pen.mark(440, 440, 770, 492)
    pen.arrow((770, 465), (430, 465), 6)


def courtyard(pen: Pen) -> None:
    """A courtyard from above: workshops on three sides and a marked table."""
    pen.box(200, 90, 1000, 660, 6)
    pen.box(340, 90, 860, 520, 4)
    for row in range(4):
        pen.line((200, 190 + row * 110), (340, 190 + row * 110), 3)
        pen.line((860, 190 + row * 110), (1000, 190 + row * 110), 3)
    pen.mark(540, 270, 660, 350)
    pen.box(540, 270, 660, 350, 5)
    for x, y in ((500, 250), (700, 250), (500, 370), (700, 370)):
        pen.ring((x, y), 18, 4)


def bays(pen: Pen) -> None:
    """A hall in ten parts; one is marked."""
    for bay in range(10):
        left = 80 + (bay % 5) * 208
        top = 170 + (bay // 5) * 220
        if bay == 3:
            pen.mark(left, top, left + 208, top + 220)
        pen.box(left, top, left + 208, top + 220)
        pen.line((left + 70, top + 214), (left + 138, top + 214), 10)
    pen.line((60, 150), (600, 60), 5)
    pen.line((600, 60), (1140, 150), 5)


def shared(pen: Pen) -> None:
    """Five firms joined to one marked machine."""
    pen.mark(500, 300, 700, 450)
    pen.box(500, 300, 700, 450, 6)
    pen.ring((600, 375), 42, 5)
    for x, y, join in (
        (140, 110, (500, 310)),
        (930, 110, (700, 310)),
        (90, 540, (500, 440)),
        (960, 540, (700, 440)),
        (530, 610, (600, 450)),
    ):
        pen.box(x, y, x + 140, y + 100)
        pen.line((x + 70, y + (100 if y < 300 else 0)), join, 3)


def links(pen: Pen) -> None:
    """Three groups of points with few lines between them, one of them marked."""
    groups = (
        ((230, 200), (300, 290), (180, 300)),
        ((930, 180), (1000, 270), (870, 290)),
        ((560, 560), (650, 610), (600, 490)),
    )
    pen.mark(310, 268, 862, 300)
    pen.line((300, 290), (870, 290), 5)
    pen.line((300, 290), (600, 490), 3)
    pen.line((870, 290), (650, 610), 3)
    for group in groups:
        for point in group:
            pen.ring(point, 26, 5)


def hours(pen: Pen) -> None:
    """A day as twenty-four cells; four in the late afternoon are marked."""
    for hour in range(24):
        left = 96 + (hour % 12) * 84
        top = 220 + (hour // 12) * 170
        if 15 <= hour < 19:
            pen.mark(left, top, left + 84, top + 130)
        pen.box(left, top, left + 84, top + 130, 3)
        if 8 <= hour < 15:
            pen.line((left + 16, top + 65), (left + 68, top + 65), 6)
