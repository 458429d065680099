"""Passages of invented letters, sentence by sentence, each with what it is.

Persons, companies, places and cases are made up. The kind before a sentence: ``claim`` (reported), ``position``
(somebody's own words), ``concern``, ``norm`` (law), ``own`` (what the experts do or think), ``earlier`` (an
earlier communication).
"""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """The paragraphs under "According to the information received:" of one letter."""

    name: str
    language: str
    addressee: str
    sentences: tuple[tuple[str, str], ...]


PASSAGES = (
    Passage(
        "mill",
        "en",
        "company",
        (
            ("claim", "The Orvand pulp mill, which is operated by Orvand Celulosa Ltd., has discharged waste water into the river Teu since 1998."),
            ("claim", "In April 2020, residents of the village of Sarm reportedly found hundreds of dead fish."),
            ("claim", "A test commissioned by the village council is said to have shown levels of mercury above the legal limit."),
            ("position", "The company has denied that the mill is the source of the contamination."),
            ("claim", "The company reportedly told the council that it would not share its own data."),
            ("claim", "Ms. Adela Kruk, who chairs the council, was summoned by the police on 4 May 2020."),
            ("claim", "She was questioned for six hours, without a lawyer, about the funding of the council."),
            ("position", "In its reply of 3 July 2020 to the council, Orvand stated that the dead fish “came from elsewhere”."),
            ("position", "In a letter of 5 July 2020, the manager of Orvand Celulosa Ltd., Mr. Ilo Brann, denied that any spill had occurred."),
            ("position", "Orvand Celulosa Ltd., contacted by a newspaper, responded that it “takes water seriously”."),
            ("position", "A spokesperson of the district stated on 8 July 2020 that the river was safe."),
            ("position", "Management replied on 9 July 2020 that the permit had been renewed."),
            ("position", "The company’s lawyer, Ms. Una Feld, wrote on 11 July 2020 that nobody had fallen ill."),
            ("position", "According to the Ministry of the Environment, the mill complies with all permits."),
            ("position", "The company considers that the fish died of heat."),
            ("position", "The company later attributed the smell to a farm upstream."),
            ("position", "Orvand Celulosa Ltd. takes the view that the council has no standing."),
            ("claim", "The company declined the council’s proposal to close the outlet."),
            ("position", "The Council for Clean Rivers has justified the delay by “a lack of staff”."),
            ("position", "The prosecution has maintained that nobody fell ill."),
            ("claim", "It remains unclear whether the permits were ever reviewed."),
            ("earlier", "The situation of Ms. Kruk was the subject of a previous communication sent on 3 June 2019 (AL POL 902/2019)."),
            ("own", "We thank the authorities for their reply dated 1 August 2019."),
            ("norm", "Article 12 of the International Covenant on Economic, Social and Cultural Rights recognizes the right of everyone to the highest attainable standard of health."),
            ("concern", "We are concerned that no remedy has been offered."),
            ("claim", "Since June 2020, two guards have allegedly followed her to work."),
        ),
    ),
    Passage(
        "prison",
        "en",
        "government",
        (
            ("claim", "Mr. Idris Vale, a student aged 21, was arrested at Kettle Square on 2 March 2021 by officers of the State Police."),
            ("claim", "No warrant was shown."),
            ("own", "Ms. Lena Orth, aged 33, secretary of the students’ union, who is known to the mandate-holders."),
            ("claim", "During the interrogation he was allegedly beaten and threatened with rape."),
            ("claim", "On 5 March 2021, he was brought before a judge, who extended his detention by 30 days."),
            ("claim", "His family has had no news of him since."),
            ("position", "The Government has described the protests as “an attempt to overthrow the constitutional order”."),
            ("claim", "The authorities have allegedly denied that he is held at Kettle Prison."),
            ("norm", "The Human Rights Committee has explained that detainees must be brought promptly before a judge (general comment No. 35)."),
            ("own", "We recall that the prohibition of torture is absolute."),
            ("claim", "Information received indicates that at least twelve other students are held in the same wing."),
            ("claim", "We have also been informed that the university has expelled him."),
            ("concern", "Serious concern is expressed for his physical and psychological integrity."),
        ),
    ),
    Passage(
        "bill",
        "en",
        "government",
        (
            ("claim", "Clause 7 of the draft law would require every organization to report donations above 100 euros within ten days."),
            ("claim", "Under clause 9, a minister could be authorised to dissolve an organization without a court order.".replace("could be authorised", "would be authorised")),
            ("norm", "Clause 9 would be incompatible with article 22 of the International Covenant on Civil and Political Rights."),
            ("own", "In our view, the definition of “foreign agent” is too broad."),
            ("claim", "The draft law was adopted at first reading on 7 February 2022."),
            ("norm", "In its resolution 24/5, the Human Rights Council reminded States of their obligation to respect the right to associate freely."),
            ("own", "We respectfully encourage your Excellency’s Government to withdraw clause 9."),
            ("concern", "We fear that the law may silence independent groups."),
        ),
    ),
    Passage(
        "mine",
        "fr",
        "company",
        (
            ("claim", "Depuis 2014, la société Minière du Lac SARL exploite une mine d’or à Tinkado, dans le nord du pays."),
            ("claim", "En 2019, quelque 300 familles auraient été expulsées de leurs terres sans avoir été consultées."),
            ("claim", "Des gardes privés auraient ouvert le feu sur des habitants, et deux personnes auraient été blessées."),
            ("position", "Dans un communiqué du 9 mai 2020, le groupe a fait savoir qu’il « réfute toute expulsion »."),
            ("position", "La société affirme que toutes les familles ont été indemnisées."),
            ("claim", "La société aurait refusé de publier les résultats des analyses d’eau."),
            ("claim", "Il est également allégué que des enfants travailleraient dans les puits."),
            ("claim", "Mme Awa Sidibé-Kol, porte-parole des familles, a été convoquée à la gendarmerie le 3 juin 2020."),
            ("claim", "Elle y serait restée quatre heures sans avocat."),
            ("position", "Interrogée par un journal, la société a répondu qu’elle respectait la loi."),
            ("position", "La direction de l’usine dément ces accusations."),
            ("position", "Selon le préfet de Tinkado, l’opération s’est déroulée dans le calme."),
            ("earlier", "La situation de Mme Sidibé-Kol a déjà fait l’objet d’une communication envoyée le 2 mai 2019 (AL MLI 905/2019)."),
            ("own", "Nous remercions votre entreprise pour sa réponse du 4 juillet 2019."),
            ("norm", "L’article 11 du Pacte international relatif aux droits économiques, sociaux et culturels garantit le droit à un logement suffisant."),
            ("concern", "Nous sommes vivement préoccupés par la sécurité des familles."),
            ("claim", "On ignore si une enquête a été ouverte."),
        ),
    ),
    Passage(
        "avocat",
        "fr",
        "government",
        (
            ("claim", "Le 12 janvier 2021, Me Jules Ekambi-Rault, avocat au barreau de Sérac, a été arrêté à son cabinet par des hommes en civil."),
            ("claim", "Il aurait été conduit dans un lieu inconnu et privé de contact avec sa famille pendant trois jours."),
            ("claim", "Nous avons également appris que son cabinet aurait été perquisitionné sans mandat."),
            ("position", "Le Gouvernement soutient que l’arrestation est sans lien avec ses activités."),
            ("position", "Dans un communiqué du 4 février 2021, le Procureur général près la Cour d’appel de Sérac, M. Paul Condé, a affirmé qu’« aucun avocat n’est détenu »."),
            ("claim", "Le procureur aurait déclaré que l’avocat était « un ennemi de la nation »."),
            ("norm", "Le Comité des droits de l’homme a rappelé que tout détenu doit être présenté rapidement à un juge."),
            ("own", "Nous rappelons que les avocats ne doivent pas être assimilés à leurs clients."),
            ("claim", "D’après plusieurs témoignages, il présenterait des traces de coups."),
            ("claim", "Son procès, prévu le 3 mars, a été reporté à deux reprises."),
            ("concern", "De vives craintes ont été exprimées quant à son intégrité physique."),
        ),
    ),
    Passage(
        "represa",
        "es",
        "company",
        (
            ("claim", "La represa Los Alerces fue construida en 2012 por Hidroeléctrica del Lago S.A., filial de su empresa."),
            ("claim", "Unas 90 familias mapuches habrían sido desalojadas sin consulta previa."),
            ("claim", "El caudal del río habría disminuido a la mitad y los peces habrían desaparecido."),
            ("position", "La empresa sostiene que el caudal ecológico se respeta en todo momento."),
            ("claim", "El Sr. Lautaro Nahuel Pino, vocero de las familias, fue detenido el 4 de abril de 2021 por agentes de la policía."),
            ("claim", "Habría permanecido incomunicado durante dos días."),
            ("claim", "Se alega también que habría sido golpeado en la comisaría."),
            ("position", "En un comunicado de prensa, el banco afirmó que cuenta con una política ambiental."),
            ("position", "La compañía niega haber desviado el río."),
            ("position", "Según el fiscal general, Sr. Juan Roa, no hubo delito."),
            ("position", "Según la policía, el Sr. Nahuel se resistió al arresto."),
            ("claim", "Presuntamente, la fiscalía archivó la denuncia sin escuchar a los testigos."),
            ("earlier", "La situación de las familias fue objeto de una comunicación anterior, de fecha 5 de mayo de 2019 (AL CHL 904/2019)."),
            ("own", "Agradecemos la respuesta recibida el 3 de julio de 2019."),
            ("norm", "El artículo 6 del Convenio núm. 169 de la Organización Internacional del Trabajo establece el deber de consultar a los pueblos interesados."),
            ("concern", "Nos preocupa la falta de recursos efectivos."),
            ("claim", "No está claro si la sentencia ha sido ejecutada."),
        ),
    ),
    Passage(
        "periodista",
        "es",
        "government",
        (
            ("claim", "El 8 de noviembre de 2020, la Sra. Nélida Ocampo Rey, directora del semanario La Cuerda, recibió una llamada anónima."),
            ("claim", "Un desconocido le habría dicho que “dejara de escribir sobre el puerto”."),
            ("claim", "Dos días después, su vehículo fue incendiado frente a su vivienda."),
            ("claim", "La Sra. Ocampo habría presentado una denuncia ante la Fiscalía, que no habría adoptado ninguna medida."),
            ("claim", "Según fuentes locales, un funcionario del puerto habría pagado a los agresores."),
            ("position", "El Director General de Puertos ha negado los hechos y ha señalado que “la prensa es libre”."),
            ("position", "El Comandante de la Policía de Loma, General Ancízar Paz, manifestó en una rueda de prensa que “no hubo daños”."),
            ("claim", "El Gobernador la calificó de “enemiga del puerto”."),
            ("position", "El Gobierno ha negado toda relación con los hechos."),
            ("norm", "El Comité de Derechos Humanos ha señalado que los Estados deben proteger a los periodistas."),
            ("own", "Recordamos la obligación de investigar estos hechos con prontitud."),
            ("concern", "Expresamos nuestra más profunda preocupación por su seguridad."),
        ),
    ),
)  # fmt: skip


class Introduction(NamedTuple):
    """An introduction, and the words of each claim in it."""

    language: str
    addressee: str
    text: str
    claims: tuple[str, ...]


INTRODUCTIONS = (
    Introduction(
        "en",
        "government",
        "We wish to bring to your attention the case of Mr. Ali Vale, a journalist, who has allegedly been sentenced to death.",
        ("the case of Mr. Ali Vale, a journalist, who has allegedly been sentenced to death.",),
    ),
    Introduction(
        "en",
        "government",
        "We are writing to your Excellency’s Government with regard to the detention of Ms. Awa Oru and the reported closure of her organisation.",
        ("the detention of Ms. Awa Oru and the reported closure of her organisation.",),
    ),
    Introduction(
        "fr",
        "government",
        "Nous voudrions porter à la connaissance du Gouvernement de votre Excellence des informations selon lesquelles douze pêcheurs auraient été tués par des gardes.",
        ("douze pêcheurs auraient été tués par des gardes.",),
    ),
    Introduction(
        "fr",
        "government",
        "Nous écrivons au Gouvernement de votre Excellence au sujet de l’expulsion présumée de 200 familles du quartier Petit-Marché.",
        ("l’expulsion présumée de 200 familles du quartier Petit-Marché.",),
    ),
    Introduction(
        "fr",
        "company",
        "Nous vous saisissons d’informations relatives aux conditions dont serait assorti le programme approuvé par votre organisation.",
        ("aux conditions dont serait assorti le programme approuvé par votre organisation.",),
    ),
    Introduction(
        "es",
        "government",
        "Nos dirigimos al Gobierno de Su Excelencia en relación con los supuestos actos de hostigamiento contra la Sra. Rosa Vale.",
        ("los supuestos actos de hostigamiento contra la Sra. Rosa Vale.",),
    ),
    Introduction(
        "es",
        "government",
        "Hemos recibido información sobre la situación del Sr. Juan Vale, defensor de derechos humanos.",
        (),
    ),
    Introduction(
        "en",
        "government",
        "In this connection, we would like to bring to the attention of your Excellency’s Government information we have received concerning the alleged torture of Mr. Idris Vale.",
        ("the alleged torture of Mr. Idris Vale.",),
    ),
    Introduction(
        "en",
        "government",
        "In this connection, we would like to bring to the attention of your Excellency’s Government information we have received concerning the situation of Mr. Idris Vale, a student.",
        (),
    ),
    Introduction(
        "en",
        "government",
        "In this connection, we would like to submit the following comments on the draft Data Act. We welcome the consultation that is under way.",
        (),
    ),
    Introduction(
        "en",
        "company",
        "In this connection, we have received information that your bank may be linked to the forced eviction of 40 families in Lower Sarm through its loan to Sarm Ports Ltd.",
        ("your bank may be linked to the forced eviction of 40 families in Lower Sarm through its loan to Sarm Ports Ltd",),
    ),
    Introduction(
        "en",
        "company",
        "Special Procedures mechanisms can intervene directly with Governments and other stakeholders (including companies) on allegations of abuses of human rights that come within their mandates by means of letters. The intervention may relate to a human rights violation that has already occurred, is ongoing, or which has a high risk of occurring.",
        (),
    ),
    Introduction(
        "fr",
        "government",
        "Nous appelons d’urgence l’attention du Gouvernement de votre Excellence sur le renvoi, qui serait imminent, de M. Idriss Vale-Ferrer.",
        ("le renvoi, qui serait imminent, de M. Idriss Vale-Ferrer.",),
    ),
    Introduction(
        "en",
        "government",
        "In this connection, we would like to bring to the attention of your Excellency’s Government the alleged abduction of Ms. Lena Oru.",
        ("the alleged abduction of Ms. Lena Oru.",),
    ),
    Introduction(
        "fr",
        "government",
        "Dans ce contexte, nous souhaiterions attirer l’attention du Gouvernement de votre Excellence sur des informations que nous avons reçues concernant la détention au secret de Me Jules Ekambi-Rault.",
        ("des informations que nous avons reçues concernant la détention au secret de Me Jules Ekambi-Rault.",),
    ),
    Introduction(
        "fr",
        "company",
        "Dans ce contexte, nous avons reçu des informations selon lesquelles votre entreprise aurait contribué à la pollution de la rivière Sô.",
        ("votre entreprise aurait contribué à la pollution de la rivière Sô",),
    ),
    Introduction(
        "es",
        "government",
        "En este contexto, quisiéramos señalar a la atención del Gobierno de Su Excelencia la información que hemos recibido en relación con las amenazas contra la Sra. Nélida Ocampo Rey.",
        ("la información que hemos recibido en relación con las amenazas contra la Sra. Nélida Ocampo Rey.",),
    ),
    Introduction("en", "government", "Article 2 of the Bill would apply to any person who hosts a website.", ()),
    Introduction(
        "es",
        "company",
        "En este contexto, hemos recibido información según la cual su empresa estaría directamente vinculada con el desalojo de 90 familias.",
        ("su empresa estaría directamente vinculada con el desalojo de 90 familias",),
    ),
)  # fmt: skip
