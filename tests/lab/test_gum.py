"""GUM's tables become texts with mentions and chains."""

from onrecord_lab.gum import read_gum

TABLE = """#FORMAT=WebAnno TSV 3.2

#Text=Ann Lee met the mayor .
1-1\t0-3\tAnn\tperson[1]\tnew[1]\t_\t_\tcoref\t2-1[0_1]\t
1-2\t4-7\tLee\tperson[1]\tnew[1]\t_\t_\t_\t_\t
1-3\t8-11\tmet\t_\t_\t_\t_\t_\t_\t
1-4\t12-15\tthe\tperson[2]\tnew[2]\t_\t_\t_\t_\t
1-5\t16-21\tmayor\tperson[2]\tnew[2]\t_\t_\t_\t_\t
1-6\t22-23\t.\t_\t_\t_\t_\t_\t_\t

#Text=She did n't stay .
2-1\t24-27\tShe\tperson\tgiv\t_\t_\t_\t_\t
2-2\t28-31\tdid\t_\t_\t_\t_\t_\t_\t
2-3\t32-35\tn't\t_\t_\t_\t_\t_\t_\t
2-4\t36-40\tstay\t_\t_\t_\t_\t_\t_\t
2-5\t41-42\t.\t_\t_\t_\t_\t_\t_\t
"""


def documents(tmp_path):
    (tmp_path / "tsv").mkdir()
    (tmp_path / "dep").mkdir()
    (tmp_path / "tsv" / "GUM_news_a.tsv").write_text(TABLE, encoding="utf-8")
    heads = (3, 1, 0, 5, 3, 3), (4, 4, 4, 0, 4)
    trees = "\n\n".join(
        "\n".join(f"{i}\tw\t_\t_\t_\t_\t{head}\tx\t_\t_" for i, head in enumerate(sentence, 1))
        for sentence in heads
    )
    (tmp_path / "dep" / "GUM_news_a.conllu").write_text(trees + "\n", encoding="utf-8")
    return list(read_gum(tmp_path))


def test_text_is_put_together_as_newspapers_write(tmp_path):
    (document,) = documents(tmp_path)
    assert document.text == "Ann Lee met the mayor. She didn't stay."


def test_mentions_have_spans_heads_and_chains(tmp_path):
    (document,) = documents(tmp_path)
    found = {
        document.text[m.span.start : m.span.end]: (
            document.text[m.head.start : m.head.end],
            m.entity,
        )
        for m in document.mentions
    }
    assert found["Ann Lee"][0] == "Ann"
    assert found["the mayor"][0] == "mayor"
    assert found["She"][1] == found["Ann Lee"][1] != found["the mayor"][1]
