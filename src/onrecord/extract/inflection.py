"""The plain forms that an English word may be an inflection of."""

import functools

__all__ = ["stems", "word_set"]

_IRREGULAR_PAIRS = (
    "am:be is:be are:be was:be were:be been:be being:be has:have had:have having:have does:do "
    "did:do done:do said:say told:tell wrote:write written:write spoke:speak spoken:speak "
    "thought:think felt:feel found:find knew:know known:know saw:see seen:see heard:hear "
    "made:make making:make gave:give given:give giving:give took:take taken:take taking:take "
    "held:hold put:put putting:put meant:mean sought:seek swore:swear sworn:swear "
    "foresaw:foresee foreseen:foresee foretold:foretell retold:retell taught:teach "
    "brought:bring went:go gone:go goes:go came:come coming:come led:lead sent:send "
    "shot:shoot drew:draw drawn:draw began:begin begun:begin understood:understand "
    "forbade:forbid forbidden:forbid chose:choose chosen:choose overheard:overhear "
    "stood:stand laid:lay ran:run running:run rose:rise risen:rise sang:sing sung:sing "
    "tore:tear torn:tear withdrew:withdraw withdrawn:withdraw withheld:withhold "
    "upheld:uphold pled:plead met:meet got:get getting:get kept:keep left:leave lost:lose "
    "paid:pay wept:weep misread:misread besought:beseech dealt:deal dreamt:dream "
    "forgot:forget forgotten:forget forgave:forgive forgiven:forgive struck:strike "
    "threw:throw thrown:throw overthrew:overthrow shook:shake shaken:shake spun:spin "
    "underwent:undergo undertook:undertake undertaken:undertake wore:wear worn:wear "
    "misunderstood:misunderstand overtook:overtake won:win lain:lie lying:lie lied:lie "
    "tied:tie tying:tie died:die vying:vie overrode:override grew:grow grown:grow "
    "fought:fight bade:bid bidden:bid caught:catch set:set let:let hit:hit cast:cast "
    "bet:bet read:read spread:spread cut:cut quit:quit rid:rid"
)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a row as a set; a row is easier to read and to add to than a tuple."""
    return frozenset(words.split())


@functools.lru_cache(maxsize=16384)
def stems(word: str) -> tuple[str, ...]:
    """Return a lower-case word and each plain form that it may come from.

    Spelling rules only, so some forms are no words at all; meant for looking
    up in a lexicon, which holds none of those.

    >>> stems("denied")
    ('denied', 'deny', 'deni', 'denie')
    >>> stems("said")
    ('said', 'say')
    """
    irregular = _irregular().get(word)
    if irregular is not None:
        return (word, irregular)
    return (word, *_stripped(word))


@functools.cache
def _irregular() -> dict[str, str]:
    """Return the plain form by the irregular one."""
    pairs = (pair.partition(":") for pair in _IRREGULAR_PAIRS.split())
    return {form: plain for form, _, plain in pairs}


def _stripped(word: str) -> list[str]:
    if word.endswith("ing") and len(word) > 5:
        return _of_stem(word[:-3])
    if word.endswith("ed") and len(word) > 4:
        return _of_stem(word[:-2])
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        return _of_plural(word)
    return []


def _of_stem(stem: str) -> list[str]:
    """Return the forms for "reported", "hoped", "denied", "planned"."""
    forms = [stem, stem + "e"]
    if stem.endswith("i"):
        forms.insert(0, stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    if stem.endswith("ck"):
        forms.append(stem[:-1])
    return forms


def _of_plural(word: str) -> list[str]:
    forms = [word[:-1]]
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    return forms
