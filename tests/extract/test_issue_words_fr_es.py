"""The kinds of abuse that concrete facts speak of, in French and Spanish letters that never name the kind."""

from __future__ import annotations

import pytest

from kg.extract.issues import IssueFinder
from kg.vocab.load import load_register

FINDER = IssueFinder(load_register())

SPOKEN_OF = [
    ("fr", "Sa famille serait restée neuf jours sans nouvelles de lui après son arrestation.", {"incommunicado"}),
    ("fr", "L’accès aux réseaux sociaux aurait été coupé la veille du scrutin.", {"internet-shutdown"}),
    ("fr", "La plainte n’aurait donné lieu à aucun acte d’instruction.", {"impunity-remedy"}),
    ("fr", "Aucun des auteurs présumés n’aurait été inquiété.", {"impunity-remedy"}),
    ("fr", "Son téléphone aurait été infecté par le logiciel Pegasus.", {"surveillance"}),
    ("fr", "L’usine déverserait ses effluents dans la lagune sans traitement.", {"environment"}),
    ("fr", "Trois plaintes auraient été déposées contre la militante par le propriétaire de la plantation.", {"judicial-harassment"}),
    ("fr", "On lui aurait plongé la tête dans un seau d’eau.", {"torture"}),
    ("fr", "Cent vingt ouvriers auraient été licenciés sans préavis ni indemnités.", {"labour-rights"}),
    ("fr", "Leurs champs auraient été clôturés et attribués à un investisseur.", {"land-rights"}),
    ("fr", "Il aurait été placé sous tutelle et privé de sa capacité juridique.", {"disability"}),
    ("fr", "Il aurait été condamné à la peine capitale et transféré dans le couloir de la mort.", {"death-penalty"}),
    ("fr", "Une trentaine de militants auraient été raflés dans la nuit et conduits vers une caserne.", {"arbitrary-detention"}),
    ("fr", "Un cercueil miniature portant son nom aurait été déposé sur le capot de sa voiture.", {"threats"}),
    ("fr", "Les sols présenteraient des traces de dioxine et de chlordécone.", {"toxics"}),
    ("fr", "Les puits du village seraient à sec depuis le forage de la société.", {"water-sanitation"}),
    ("fr", "Les pauses pour aller aux toilettes seraient chronométrées.", {"working-conditions"}),
    ("fr", "Un tir de LBD lui aurait fait perdre un œil.", {"use-of-force"}),
    ("fr", "Un algorithme attribuerait à chaque allocataire un score de risque.", {"technology"}),
    ("fr", "Ils auraient été refoulés vers la frontière sans examen de leur demande d’asile.", {"migrants-refugees"}),
    ("es", "Su familia habría pasado nueve días sin saber nada de él tras su detención.", {"incommunicado"}),
    ("es", "El acceso a las redes sociales habría sido cortado la víspera de los comicios.", {"internet-shutdown"}),
    ("es", "La denuncia no habría dado lugar a diligencia alguna.", {"impunity-remedy"}),
    ("es", "Se les habría retenido la documentación hasta saldar la deuda.", {"forced-labour"}),
    ("es", "Un dron habría rociado con clorpirifós a las trabajadoras.", {"occupational-safety"}),
    ("es", "Habría sido levantado por hombres encapuchados en una camioneta sin placas.", {"disappearance"}),
    ("es", "El registro habría negado la personería jurídica a la organización.", {"association"}),
    ("es", "Le habrían sumergido la cabeza en un balde de agua.", {"torture"}),
    ("es", "El pago sería a destajo, por debajo del salario mínimo.", {"working-conditions"}),
    ("es", "Sus parcelas habrían sido cercadas y adjudicadas a un inversionista.", {"land-rights"}),
    ("es", "Habría sido declarado incapaz y sometido a tutela.", {"disability"}),
    ("es", "Los guardacostas habrían dejado a la deriva la patera con 60 personas a bordo.", {"migrants-refugees"}),
    ("es", "Una corona fúnebre con su nombre habría sido dejada sobre el capó de su automóvil.", {"threats"}),
    ("es", "El aborto estaría castigado con prisión incluso en caso de violación.", {"women-girls"}),
    ("es", "Se habría derramado cianuro de la poza de la mina.", {"toxics"}),
    ("es", "Los pozos de la aldea estarían secos desde la perforación de la empresa.", {"water-sanitation"}),
    ("es", "El impacto de una bala de goma le habría hecho perder un ojo.", {"use-of-force"}),
    ("es", "Un algoritmo asignaría a cada beneficiario una puntuación de riesgo.", {"technology"}),
    ("es", "Habrían sido devueltos en caliente sin que se examinara su solicitud de asilo.", {"migrants-refugees"}),
    ("es", "Seis hombres armados se lo habrían llevado de su casa y desde entonces no ha dado señales de vida.", {"disappearance"}),
]  # fmt: skip

# words that look like a trigger: another sense, a place, a body, a person's name, an ending that two words share
NOT_SPOKEN_OF = [
    ("fr", "Les prix seraient restés élevés dans la capitale.", {"children", "education"}),
    ("fr", "La réunion se serait tenue la veille, moins de deux heures après l’annonce.", {"assembly", "religion"}),
    ("fr", "L’arrêté préfectoral aurait été publié en mai.", {"arbitrary-detention"}),
    ("fr", "Des candidats à un poste de comptable auraient été reçus.", {"participation"}),
    ("fr", "Il aurait été conduit à la maison d’arrêt de Koro.", {"detention-conditions"}),
    ("fr", "L’émission aurait été suspendue pour trois mois.", {"environment"}),
    ("fr", "La jeune femme habiterait près du marché.", {"religion"}),
    ("fr", "Elle aurait purgé sept mois derrière les barreaux.", {"judicial-independence"}),
    ("fr", "Des balles de coton auraient été chargées à bord.", {"use-of-force"}),
    ("fr", "Un obus serait tombé sur le marché.", {"cultural-rights"}),
    ("fr", "Les travaux auraient été exécutés par une entreprise locale.", {"death-penalty", "extrajudicial-killing"}),
    ("fr", "L’enseignant aurait été radié, puis sa radiation annulée.", {"toxics"}),
    ("es", "El supermercado vendería alimentos y una cosecha de arándanos.", {"food"}),
    ("es", "Se trata de una empresa que trata el mineral.", {"trafficking"}),
    ("es", "La puesta en marcha de la represa se habría aplazado.", {"assembly"}),
    ("es", "Sin embargo, las armas habrían sido entregadas en 2003.", {"arms-transfers"}),
    ("es", "Sufrieron quemaduras en las manos por el plaguicida.", {"torture"}),
    ("es", "Su esposo trabajaría en la filial, subsidiaria del grupo.", {"arbitrary-detention", "poverty-social"}),
    ("es", "La última parte del archivo se encontraría en el Cauca.", {"extrajudicial-killing", "health", "impunity-remedy", "environment"}),
    ("es", "Un vehículo con la matrícula cubierta siguió a la cementera.", {"education", "cultural-rights"}),
    ("es", "La autoridad habría violado sus propias normas.", {"sexual-violence"}),
    ("es", "Cuarenta vecinos participaban en la vigilia.", {"surveillance"}),
    ("es", "La marcha habría sido disuelta por la policía.", {"association"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "issues"), SPOKEN_OF)
def test_facts_speak_of_an_issue(language: str, text: str, issues: set[str]) -> None:
    assert issues <= {mention.value for mention in FINDER.find(text, language)}


@pytest.mark.parametrize(("language", "text", "issues"), NOT_SPOKEN_OF)
def test_other_senses_do_not(language: str, text: str, issues: set[str]) -> None:
    assert not issues & {mention.value for mention in FINDER.find(text, language)}
