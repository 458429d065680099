"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sentences import find_sentences, split_sentences
from kg.model.mention import MentionKind

# Each case is written as its sentences, joined by "|"; "~" stands for what belongs to no sentence.
CASES = [
    "Mr. A. B. Smith was arrested.| He was released.",
    "On 3 May, Ms. Dzintra Ozolkalne and Dr. Viktor Sapronis met Gen. Okoro.| They left.",
    "Mr. Bradley E. Manning was held at Quantico, Virginia.| In July 2010, he was charged.",
    "He was held in the U.S. Marine Corps Brig.| He was moved to the U.S.| The case is pending.",
    "The authority issued permit No. 51/2019 to the plant.| It runs to 2030.",
    "A petition was lodged (W.P. No. 418/2021).| The court is yet to hear it.",
    "They asked for consent and were told no.| The work went on.",
    "It is operated by Velmora Ltd.| The shares are held by Tarnvik Inc. and others.",
    "Hitachi Co. Ltd. operates there.| Since 2019, it has grown.",
    "They were threatened by a foreman of Dongrae Co., Ltd.| Ms. Ayo Bell was summoned.",
    "It was created in the name of “fighting extremism.”| Such centers operate.",
    "It fights violent extremism.~¹| Such centers operate.",
    "It fights violent extremism.~[12]| Such centers operate.",
    "It fights violent extremism.~3| Such centers operate.",
    "The fine rose to 4.5 million.| In 2.3 per cent of cases it was paid.",
    "The mine belongs to the State.~1",
    "The guards of Ironpalm Services Sdn. Bhd. demolished it.| Blue Loom Pvt. Ltd. recruits women.",
    "A complaint (case No. R-51/2022) is pending.| It was filed in May.",
    "See art. 5 and para. 12 of the report (p. 4).| The rest follows.",
    "Did the police act?| Nobody knows!| The file is closed.",
    "He said “I will kill you!” and left.| She fled.",
    "The text reads “the Bill [...] The Act shall apply”.| It was passed.",
    "He was silent… The guard left.".replace("… ", "…| "),
    "1. Please provide comments.| 2. Please explain why.",
    "A. The first item stands alone.| B. The second too.",
    "(a) avoid causing harm; (b) prevent harm; and (c) repair harm.| Tracking follows.",
    "According to the information received: the workers were moved.| They remain there.",
    "See: http://english.www.gov.cn/archive/content_WS5f.html",
    "The meeting (see Annex B.) was closed.| It ended e.g. Without notice?".replace(
        "e.g. Without", "e.g. without"
    ),
    "They live in Washington, D.C.| The house was searched.",
    "He was beaten, etc. and released at 5 p.m.| On 4 May he died.",
    "Le projet est suspendu.| M. Aurèle Vuillemet et Mme Solange Perrochet ont reçu une amende.",
    "L’article 14 (no. 3) est abrogé.| L’avis est publié.",
    "Selon l’art. 5 al. 2, la société Hydrovalse S.A. devrait payer.| Elle a refusé.",
    "Le recours est déposé par Me Blanc.| « Il est pendant. »| Rien n’a été dit.",
    "La planta es de Frutalera del Alba S.A.| La laguna se situaría a 300 metros.",
    "El Sr. Eliécer Zúñiga y la Sra. Delfina Morúa pidieron copia.| ¿Quién respondió?| Nadie.",
    "La resolución núm. 51/2020 fue anulada.| El Lic. Pérez, de EE.UU. y de Costa Rica, apeló.",
    "Ocurrió a las 5 p.m. del lunes.| ¡Alto!| Huyeron.",
    "“Were you there?” asked the guard.| He was not.",
    "They arrested him on 5 May 2020.| 15 people were present.",
    "The reply came (No. 5).| “No comment,” it said.",
    "La maquila El Jocote, S. A. de C. V., en Choloma, despidió a su filial Norte S. de R. L.| En marzo cerró.",
    "La licencia fue de Níquel del Sur, S. A.| La obra siguió.",
    "La Licda. Mirna Paz y los Sres. Juan y Pedro Ruz declararon.| El Ing. Sosa calló.",
    "La letrada Dª. Montserrat Querol y Dña. Ana Gil apelaron (exp. Núm. 12).| Nada pasó.",
    "Fue llevado a los EE. UU. por las FF. AA. de su país.| Volvió el 3 de sept. 2020.",
    "Trois collègues, dont M. I. D., ont été renvoyés.| Mes Blanc et Noir, et Mgr. Adou, ont plaidé.",
    "Il s’est plaint de M. A.| Les gardes sont venus.",
    "Recibió un proyectil calibre 9 mm.| Su hijo fue interceptado a 300 m.| MM. Kossi A. et M. B. le virent.",
    "They met Mr. A. B. in court.| Rev. Dr. Okafor and St. Clair Ltd. sued.| The case ended on 4 Sept. 2019.",
]


def _expected(case: str) -> tuple[str, list[str]]:
    text = case.replace("|", "").replace("~", "")
    return text, [piece.split("~")[0].strip() for piece in case.split("|")]


@pytest.mark.parametrize("case", CASES)
def test_sentences_of_the_genre(case: str) -> None:
    text, sentences = _expected(case)
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


def test_empty_text_has_no_sentence() -> None:
    assert split_sentences("  \n ") == ()


def test_mentions_are_sentences() -> None:
    (first, second) = find_sentences("One. Two.")
    assert (first.kind, first.start, first.end) == (MentionKind.SENTENCE, 0, 4)
    assert second.start == 5


@given(st.text(alphabet="Aa .!?…¹1“”()[]\nMr", max_size=60))
def test_sentences_are_ordered_trimmed_and_apart(text: str) -> None:
    ends = 0
    for start, end in split_sentences(text):
        assert ends <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        ends = end


@given(st.lists(st.sampled_from([c.replace("|", "").replace("~", "") for c in CASES]), max_size=5))
def test_only_space_and_marks_stand_outside(texts: list[str]) -> None:
    text = " ".join(texts)
    covered = set()
    for start, end in split_sentences(text):
        covered.update(range(start, end))
    outside = "".join(text[i] for i in range(len(text)) if i not in covered)
    assert set(outside) <= set(" ¹[]123")


def test_time_grows_with_length_only() -> None:
    text = "Mr. A. B. et al. No. 5 “x.” (a) … ¹ " * 3000
    assert split_sentences(text)[-1][1] <= len(text)
