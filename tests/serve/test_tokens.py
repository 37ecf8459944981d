"""Tokens: kept as hashes, worth something only to who has them."""

import pytest

from onrecord.errors import TokenError
from onrecord.serve.cli import main
from onrecord.serve.tokens import Role, Tokens


def test_the_file_holds_no_token_and_is_its_owners_alone(tokens):
    token = tokens.add("ann", Role.EDITOR)
    assert token not in tokens.path.read_text()
    assert tokens.path.stat().st_mode & 0o077 == 0


def test_each_token_is_its_holders(tokens):
    given = {name: tokens.add(name, role) for name, role in zip("abc", Role, strict=True)}
    found = {name: tokens.holder(token) for name, token in given.items()}
    assert [(found[name].name, found[name].role) for name in "abc"] == [
        *zip("abc", Role, strict=True)
    ]
    assert len(set(given.values())) == 3


@pytest.mark.parametrize("wrong", ["", "ort_", "a" * 10_000, "é", "\ud800"])
def test_nothing_else_is_a_token(tokens, wrong):
    tokens.add("ann", Role.ADMIN)
    assert tokens.holder(wrong) is None
    assert tokens.holder(tokens.holders()[0].hash) is None


def test_a_name_has_one_token(tokens):
    tokens.add("ann", Role.READER)
    with pytest.raises(TokenError, match="remove ann"):
        tokens.add("ann", Role.ADMIN)
    with pytest.raises(TokenError, match="no name"):
        tokens.add(" ", Role.READER)
    with pytest.raises(TokenError, match="bob has no token"):
        tokens.remove("bob")


def test_a_file_that_holds_no_tokens_lets_nobody_in(tokens):
    for content in ("", "{", "{}x", "[1]", '[{"name": "a"}]', '[{"role": 1}]', "\udc80"):
        tokens.path.write_bytes(content.encode(errors="surrogateescape"))
        with pytest.raises(TokenError, match="no tokens that can be read"):
            tokens.holder("ort_a")


def test_a_server_has_no_file_beside_it():
    with pytest.raises(TokenError, match="--tokens FILE"):
        Tokens.beside("postgresql://localhost/news")


def test_the_command_gives_lists_and_takes_tokens(tmp_path, capsys):
    place = ["--record", str(tmp_path / "news.db")]
    assert main(["token", "add", "ann", "--role", "editor", *place]) == 0
    token = capsys.readouterr().out.strip()
    tokens = Tokens.beside(str(tmp_path / "news.db"))
    assert tokens.holder(token).role is Role.EDITOR
    assert main(["token", "list", *place]) == 0
    assert capsys.readouterr().out.startswith("ann  editor  20")
    assert main(["token", "add", "ann", *place]) == 1
    assert main(["token", "remove", "ann", *place]) == 0
    assert tokens.holder(token) is None
