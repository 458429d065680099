"""An invented correspondence in the shape of the real one: who wrote, to whom, by what, about what.

Every name of a person, company and place is made up. ``campaign`` gives a few letters that share their
mandates; ``archive`` gives as many nodes as a large public archive.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.model.network import Attribute, Edge, EntityGraph, Node, Quote

BASE = "https://w3id.org/sp-letters/id/"
DATE = "2023-05-04"

COMPANIES = (
    ("norvik-electronics", "Norvik Electronics AB", "Astrid Lindqvist-Ödmark"),
    ("castellan-motors", "Castellan Motors, Ltd", "Kazuo Tanigaki"),
    ("halcyon-textiles", "Halcyon Textiles Corporation", "Marguerite Delacroix"),
    ("meridian-rail", "Meridian Rail Systems Co. Ltd", "Wen Haoran"),
    ("o-lumen", "O-Lumen Technology Co. Ltd", "Przemysław Żółkiewski"),
)
MANDATES = (
    (
        "wg-business",
        "Working Group on the issue of human rights and transnational corporations and other business enterprises",
        "52/15",
        "Ngozi Adebayo-Smith",
    ),
    ("sr-cultural-rights", "Special Rapporteur in the field of cultural rights", "46/9", "Íñigo Echeverría"),
    ("sr-minority-issues", "Special Rapporteur on minority issues", "52/5", "Tuula Kivelä"),
    ("sr-religion-or-belief", "Special Rapporteur on freedom of religion or belief", "49/5", "Ravi Deshmukh"),
    (
        "sr-slavery",
        "Special Rapporteur on contemporary forms of slavery, including its causes and consequences",
        "51/15",
        "Hana Šimůnková",
    ),
    (
        "sr-torture",
        "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment",
        "52/7",
        "Colm Ó Briain",
    ),
    (
        "sr-trafficking-in-persons",
        "Special Rapporteur on trafficking in persons, especially women and children",
        "53/9",
        "Lucía Benavides",
    ),
)
GOVERNMENTS = (
    "Eastmark",
    "United Provinces of Greater Halland and Southern Isles",
    "United Cantons of Merrow",
    "Tessin",
    "Svea",
    "Iberna",
    "Republic of Corvia",
    "Nihara",
    "Laziana",
    "Brandenmark",
    "Aquitania",
    "Suomela",
    "Jutmark",
    "Acadia",
)
PRINCIPLES = (
    *((13, "quoted"), (15, "quoted"), (19, "quoted"), (20, "paraphrased"), (22, "quoted")),
    *((number, "cited") for number in range(25, 32)),
)
ACTS = (
    "Workers from the northern districts have allegedly been transferred to factories outside Eastmark",
    "Workers are reportedly required to work in fenced-in factories",
    "The workers and their family members are allegedly exposed to intimidation and threats",
    "It is unclear whether these workers receive salaries",
    "Contact with relatives is, according to the information received, forbidden or strictly controlled",
)
ISSUES = ("forced-labour", "surveillance", "forced-transfer", "intimidation", "wages", "freedom-of-movement")


def _iri(*parts: object) -> str:
    return BASE + "/".join(str(part) for part in parts)


def _quote(letter: int, start: int, words: str, page: int | None = None) -> tuple[Quote, ...]:
    return (Quote(f"{letter:02d}9f3ab17c0e", start, start + len(words), words, page),)


class _Letter:
    """Writes one letter of the campaign."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.slug, self.company, self.head = COMPANIES[index % len(COMPANIES)]
        self.reference = f"AL OTH {201 + index}/2023"
        self.iri = _iri("letter", self.reference.replace(" ", "-").replace("/", "-"))
        self.edges: list[Edge] = []
        self.nodes: list[Node] = []

    def node(self, iri: str, kind: str, label: str, **attributes: Attribute) -> str:
        self.nodes.append(Node(iri, kind, label, tuple(sorted(attributes.items()))))
        return iri

    def link(
        self, source: str, target: str, kind: str, label: str, words: str = "", certainty: str = "stated"
    ) -> None:
        quotes = (
            _quote(self.index, 600 + 40 * len(self.edges), words, 1 + len(self.edges) // 20) if words else ()
        )
        name = f"{self.iri}/{kind}/{len(self.edges)}"
        self.edges.append(
            Edge(name, source, target, kind, label, certainty, self.reference, DATE, quotes),
        )

    def write(self) -> None:
        self.node(
            self.iri,
            "Communication",
            self.reference,
            date=DATE,
            language="en",
            type="AL",
            number=201 + self.index,
        )
        self._addressee()
        for row in MANDATES:
            self._mandate(*row)
        for name in GOVERNMENTS:
            government = self.node(
                _iri("government", name.replace(" ", "-").lower()), "Government", f"Government of {name}"
            )
            self.link(self.iri, government, "similarLetterSentTo", "similar letter sent to", name)
        for number, how in PRINCIPLES:
            self._principle(number, how)
        self.link(
            self.iri,
            _iri("ungp", 19),
            "cites",
            "quotes the Commentary to",
            "(Commentary to Guiding Principle 19)",
        )
        self._documents()
        self._requests()
        self._claims()

    def _addressee(self) -> None:
        company = self.node(_iri("company", self.slug), "Company", self.company)
        head = self.node(
            _iri("person", self.slug + "-head"), "Addressee", self.head, office="not named in the letter"
        )
        self.link(self.iri, company, "addresseeCompany", "addressed to", self.company)
        self.link(self.iri, head, "addresseePerson", "addressed to", f"Dear Ms. {self.head},")
        self.link(head, company, "addressedAsHeadOf", "addressed as head of", self.company, "aligned")

    def _mandate(self, slug: str, label: str, number: str, holder: str) -> None:
        mandate = self.node(_iri("mandate", slug), "Mandate", label)
        person = self.node(_iri("person", slug + "-holder"), "MandateHolder", holder)
        resolution = self.node(
            _iri("resolution", "A-HRC-RES-" + number.replace("/", "-")),
            "Resolution",
            f"A/HRC/RES/{number}",
            body="HRC",
        )
        self.link(self.iri, mandate, "sentUnderMandate", "sent under", label)
        self.link(self.iri, person, "signedBy", "signed by", holder)
        self.link(person, mandate, "signedAs", "signed for", f"{holder}\n{label}", "aligned")
        self.link(mandate, resolution, "mandateBasis", "acts by", number, "aligned")

    def _principle(self, number: int, how: str) -> None:
        principle = self.node(
            _iri("ungp", number),
            "GuidingPrinciple",
            f"Guiding Principle {number}",
            number=number,
            pillar=1 + (number > 10) + (number > 24),
        )
        verb = {"quoted": "quotes", "paraphrased": "paraphrases", "cited": "cites"}[how]
        self.link(self.iri, principle, "cites", verb, f"Guiding Principle {number}")

    def _documents(self) -> None:
        report = self.node(_iri("document", "A-73-163"), "Report", "A/73/163", year=2018)
        for _ in range(2):
            self.link(self.iri, report, "cites", "mentions", "the 2018 report of the Working Group")
        self.link(report, _iri("mandate", "wg-business"), "reportOf", "report of", "", "register")
        symbol = self.node(_iri("symbol", "A-HRC-RES-17-31"), "Symbol", "A/HRC/RES/17/31", doubtful=True)
        endorsing = self.node(
            _iri("resolution", "A-HRC-RES-17-4"), "Resolution", "A/HRC/RES/17/4", body="HRC"
        )
        self.link(self.iri, symbol, "cites", "cites", "A/HRC/RES/17/31")
        self.link(symbol, endorsing, "presumedTarget", "presumably means", "", "register")

    def _requests(self) -> None:
        for number in range(1, 9 if self.index % 5 < 4 else 8):
            words = (
                f"{number}. Please provide information on the steps your company has taken (matter {number})."
            )
            request = self.node(f"{self.iri}/request/{number}", "Request", f"Request {number}", number=number)
            self.link(self.iri, request, "asks", "asks", words)

    def _claims(self) -> None:
        company = _iri("company", self.slug)
        for number in range(1, 24):
            words = f"{ACTS[number % len(ACTS)]} (paragraph {number})."
            claim = self.node(f"{self.iri}/claim/a{number}", "Allegation", f"Allegation: {words}")
            self.link(self.iri, claim, "claim", "alleged", words, "alleged")
            issue = self.node(
                _iri("issue", ISSUES[number % 6]), "Issue", ISSUES[number % 6].replace("-", " ")
            )
            self.link(claim, issue, "claimType", "alleged", words, "alleged")
            if number == 1:
                self.link(claim, company, "aboutCompany", "alleged: may be involved", words, "alleged")


def _graph(nodes: list[Node], edges: list[Edge]) -> EntityGraph:
    unique = {node.id: node for node in nodes}
    return EntityGraph(
        tuple(sorted(unique.values(), key=lambda node: node.id)),
        tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind, edge.id))),
    )


def campaign(letters: int = 5) -> EntityGraph:
    """Return ``letters`` letters of one day and one campaign."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for index in range(letters):
        letter = _Letter(index)
        letter.write()
        nodes += letter.nodes
        edges += [edge for edge in letter.edges if edge.certainty != "register" or index == 0]
    return _graph(nodes, edges)


@cache
def archive(letters: int, *, mandates: int = 40, companies: int = 900, states: int = 190) -> EntityGraph:
    """Return an archive in which each letter has some of many mandates and claims of its own.

    The choices are arithmetic, so the archive is the same on every machine.
    """
    nodes: list[Node] = []
    edges: list[Edge] = []
    for index in range(letters):
        date = f"{2011 + index % 13}-{1 + index % 12:02d}-{1 + index % 28:02d}"
        reference = f"AL XXX {index + 1}/{date[:4]}"
        letter = _iri("letter", f"AL-XXX-{index + 1}-{date[:4]}")
        nodes.append(Node(letter, "Communication", reference, (("date", date),)))
        ends = [("Company", f"Company {(index * 7919) % companies}", "addressed to", "stated")]
        field = (index * 31) % mandates
        for step in range(1 + index % 4):
            name = f"Special Rapporteur on matter {(field + step * step) % mandates}"
            ends += [
                ("Mandate", name, "sent under", "stated"),
                ("MandateHolder", f"Holder of {name}", "signed by", "stated"),
            ]
        ends += [
            (
                "Government",
                f"Government of State {(field * 5 + step) % states}",
                "similar letter sent to",
                "stated",
            )
            for step in range(index % 3)
        ]
        ends += [
            ("Allegation", f"Allegation: act {index}.{step}", "alleged", "alleged")
            for step in range(index % 3)
        ]
        for place, (kind, label, verb, certainty) in enumerate(ends):
            whole = letter + "/claim" if certainty == "alleged" else _iri(kind.lower())
            target = f"{whole}/{label.replace(' ', '-')}"
            nodes.append(Node(target, kind, label))
            quotes = _quote(index % 97, 100 * place, label)
            edges.append(
                Edge(f"{letter}/{place}", letter, target, "link", verb, certainty, reference, date, quotes)
            )
    return _graph(nodes, edges)


def hostile(*payloads: str) -> EntityGraph:
    """Return a small graph that carries each of ``payloads`` in every field that holds text."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for payload in payloads:
        node = Node(f"{BASE}company/{payload}", payload, payload, ((payload, payload), ("date", payload)))
        other = Node(f"{BASE}letter/x{payload}", "Communication", payload, (("title", payload),))
        quote = Quote(payload, 0, 5, payload, 1)
        edge = Edge(payload, other.id, node.id, payload, payload, "stated", payload, payload, (quote,))
        alleged = replace(edge, id=payload + "2", certainty="alleged", label=f"alleged {payload}", date=DATE)
        odd = replace(edge, id=payload + "3", certainty=payload, date="2020-01-01")
        nodes += [node, other]
        edges += [edge, alleged, odd]
    return _graph(nodes, edges)
