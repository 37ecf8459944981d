"""An interview without labels is told by who says "you" and who says "I"."""

from onrecord import Article
from onrecord.layout import interview_answers, paragraphs

INTRODUCED = "Ines Aldana restores clocks in a cellar in Porto."
TURNS = (
    ("How did you begin?", "My aunt had a clock that lied. I took it apart."),
    ("Did you put it together again?", "Not that year. We lived without the hour."),
    ("What do you charge?", "Whatever I dare.\n\nMostly I dare little."),
    ("You have no shop sign.", "I had one. It was late, too."),
    ("Will you ever retire?", "When my hands do."),
)


def answers(*turns, before=INTRODUCED, after=""):
    asked = "\n\n".join("\n\n".join(turn) for turn in turns)
    article = Article(text="\n\n".join(part for part in (before, asked, after) if part))
    found = interview_answers(article.text, paragraphs(article.text, article.body))
    return [article[span] for span in found]


def test_answers_are_what_stands_between_questions():
    assert answers(*TURNS) == [answer for _, answer in TURNS]


def test_article_goes_on_in_its_own_words_behind_the_last_answer():
    after = "Aldana's clocks are shown in the town hall until May."
    assert answers(*TURNS, after=after)[-1] == "When my hands do."


def test_explainer_whose_answers_nobody_gives_is_none():
    explained = [
        ("What is a levy?", "A charge on each tonne of coal."),
        ("Who pays it?", "The importers, who pass it on."),
        ("When does it begin?", "In June, if parliament agrees."),
        ("Is there another way?", "Economists have proposed a cap."),
    ]
    assert answers(*explained) == []


def test_questions_of_a_dialogue_in_quotation_marks_are_none():
    quoted = [(f"“{asked}”", f"“{said}”") for asked, said in TURNS]
    assert answers(*quoted) == []


def test_few_questions_in_a_long_column_are_none():
    column = [(asked, "\n\n".join(f"I saw number {n}." for n in range(9))) for asked, _ in TURNS]
    assert answers(*column) == []
