"""The typst template of the demo's PDFs. It draws the JSON that ``infocus.demo.files.pdf`` hands it."""

TEMPLATE = r"""
#let doc = json(bytes(sys.inputs.doc))
#let day = datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2))
#let ink = rgb("#1d3f9b")
#let marker = rgb("#ffe94a")
#let quiet = rgb("#5a6070")
#let small = doc.paper == "a5"

#set document(title: doc.title, author: doc.organisation, date: day)
#set text(font: "Libertinus Serif", size: if small { 11.5pt } else { 11pt }, lang: doc.language)
#set par(justify: false, leading: 0.78em, spacing: 1.2em)
#set page(
  paper: doc.paper,
  margin: if small { (x: 17mm, top: 18mm, bottom: 20mm) } else { (x: 27mm, top: 28mm, bottom: 28mm) },
  footer: context [
    #set text(size: 8pt, fill: quiet)
    #line(length: 100%, stroke: 0.4pt + quiet)
    #v(-4pt)
    #doc.title #h(1fr) #counter(page).display()
  ],
)
#set table(stroke: none, inset: (x: 4pt, y: 5pt), align: left)
#show table.cell.where(y: 0): set text(weight: "bold")
#show heading.where(level: 1): it => {
  if doc.chapters { pagebreak(weak: true) } else { v(8pt) }
  block(sticky: true, below: 1.1em, {
    line(length: 100%, stroke: 1.2pt + black)
    v(2pt)
    text(size: 1.35em, it.body)
  })
}
#show heading.where(level: 2): it => block(
  sticky: true,
  above: 1.5em,
  below: 0.9em,
  text(size: 1.08em, fill: ink, it.body),
)
#set outline.entry(fill: none)
#show figure.caption: set text(size: 0.85em, fill: quiet)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure: set block( above: 1.4em, below: 1.4em)

#let cell(body) = block(
  inset: 6pt,
  radius: 2pt,
  stroke: 0.8pt + ink,
  width: 100%,
  align(center, text(size: 0.9em, body)),
)

#let flow(block-data) = figure(
  caption: block-data.caption,
  kind: image,
  alt: block-data.caption + ": " + block-data.steps.join(" → "),
  box(width: 78%, stack(
    dir: ttb,
    spacing: 4pt,
    ..block-data.steps.map(step => cell(step)).intersperse(align(center, text(fill: ink, "↓"))),
  )),
)

#let bars(block-data) = {
  let largest = calc.max(..block-data.values.map(pair => pair.at(1)))
  let last = block-data.values.len() - 1
  figure(
    caption: block-data.caption,
    kind: image,
    alt: block-data.caption + ": " + block-data.values.map(pair => pair.at(0) + " " + str(pair.at(1))).join(", "),
    grid(
      columns: (34%, 1fr),
      row-gutter: 5pt,
      column-gutter: 6pt,
      ..block-data.values.enumerate().map(((index, pair)) => (
        align(right, text(size: 0.85em, pair.at(0))),
        align(left, stack(dir: ltr, spacing: 4pt,
          rect(
            width: 76% * (pair.at(1) / largest),
            height: 9pt,
            fill: if index == last { marker } else { white },
            stroke: 0.7pt + ink,
          ),
          text(size: 0.85em, str(pair.at(1))),
        )),
      )).flatten(),
    ),
  )
}

#let grid-table(block-data) = figure(
  caption: if block-data.caption == "" { none } else { block-data.caption },
  kind: table,
  {
    set text(size: 0.86em, hyphenate: true)
    table(
      columns: if block-data.rows.at(0).len() == 2 { (1fr, 1.6fr) } else {
        range(block-data.rows.at(0).len()).map(index => if index == 0 { 1.3fr } else { 1fr })
      },
      table.hline(stroke: 0.9pt),
      table.header(..block-data.rows.at(0)),
      table.hline(stroke: 0.4pt),
      ..block-data.rows.slice(1).flatten(),
      table.hline(stroke: 0.4pt),
    )
  },
)

#let draw(item) = {
  if item.kind == "heading" { heading(level: item.level, item.text) }
  else if item.kind == "paragraph" { par(item.text) }
  else if item.kind == "listing" and item.ordered { enum(..item.items.map(each => enum.item(each))) }
  else if item.kind == "listing" { list(..item.items) }
  else if item.kind == "quote" {
    block(inset: (left: 9pt, y: 4pt), stroke: (left: 3pt + marker), emph(item.text))
  }
  else if item.kind == "table" { grid-table(item) }
  else if item.kind == "flow" { flow(item) }
  else if item.kind == "bars" { bars(item) }
  else if item.kind == "break" { pagebreak(weak: true) }
}

#v(if small { 16% } else { 22% })
#text(size: 0.95em, fill: quiet, doc.organisation)
#line(length: 100%, stroke: 1.6pt)
#par(leading: 0.5em, text(size: 2em, weight: "bold", hyphenate: false, doc.title))
#text(size: 1.15em, doc.subtitle)
#v(1fr)
#highlight(fill: marker, text(size: 0.95em, doc.notice))

#text(size: 0.9em, fill: quiet, day.display("[day padding:none].[month padding:none].[year]"))
#pagebreak()
#if doc.contents { outline(depth: 1) ; pagebreak() }
#for item in doc.blocks { draw(item) }
"""
