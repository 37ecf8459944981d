"""Words that tell no subject, and words that open a phrase: closed classes of English."""

__all__ = ["ADJECTIVES", "OPENERS", "PLAIN"]

_DETERMINERS = """
a an the this that these those my your his her its our their no any some each every either
neither both all few many much several more most such another other whose
"""
_PREPOSITIONS = """
of in on at by for with from into onto about against between among through during before after
above below under over without within across behind beyond near since until toward towards upon
per despite regarding concerning than as like via amid around
"""
_PRONOUNS = """
i me mine myself you yours yourself yourselves he him himself she hers herself it itself we us
ours ourselves they them theirs themselves who whom which what whoever whatever one ones
somebody someone something anybody anyone anything nobody nothing everybody everyone everything
there here now then today tomorrow yesterday tonight monday tuesday wednesday thursday friday
saturday sunday january february march april may june july august september october november
december
"""
_AUXILIARIES = """
be am is are was were been being have has had having do does did doing done will would shall
should can could might must ought need dare used let lets don't doesn't didn't isn't aren't
wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't i'm you're
he's she's it's we're they're i've you've we've they've i'll you'll he'll she'll we'll they'll
i'd you'd he'd she'd we'd they'd that's there's what's who's let's
"""
_ADVERBS = """
not never ever also too very really just only even still already yet again always often sometimes
soon later ago almost quite rather perhaps maybe probably certainly clearly simply actually
however therefore thus hence moreover further instead otherwise else away back out up down off
well far long once twice together especially particularly exactly finally recently currently
immediately ahead possibly likely unlikely nearly mostly basically obviously hopefully
"""
_CONJUNCTIONS = """
and or but nor so if because although though while whereas unless whether when whenever where
wherever why how once lest
"""
_VERBS = """
say says said saying tell tells told telling think thinks thought thinking know knows knew known
knowing believe believes believed feel feels felt feeling want wants wanted wanting get gets got
getting gotten go goes going went gone come comes came coming make makes made making take takes
took taken taking give gives gave given giving see sees saw seen seeing look looks looked looking
find finds found finding keep keeps kept keeping put puts putting try tries tried trying use uses
using work works worked working call calls called calling ask asks asked asking seem seems seemed
become becomes became turn turns turned show shows showed shown showing mean means meant happen
happens happened happening help helps helped start starts started starting begin begins began
begun continue continues continued hope hopes hoped expect expects expected add adds added remain
remains remained leave leaves left bring brings brought hold holds held stand stands stood hear
heard understand run runs running live lives lived lost lose win won play played move moved pay
paid meet met include includes included allow allowed set sit speak spoke talk talked talking
talks stop stopped stay follow followed lead led ensure reach reached agree agreed decide decided
need needs needed
"""
_ADJECTIVES = """
new old good bad better best worse worst great big small large little high low early late young
long short own same different first second third last next past present full whole real true
sure right wrong able ready possible important clear certain main major pretty hard
"""
_COMMON = """
kind kinds lot lots bit
way ways thing things time times day days week weeks month months year years hour hours minute
minutes moment people person man men woman women guy guys part parts side end ends place places
point points case cases fact facts number numbers amount half two three four five six seven eight
nine ten hundred hundreds thousand thousands million millions billion percent per cent mr mrs ms
dr yes oh okay ok thank thanks please everything level example reason reasons result results
"""

OPENERS = frozenset(" ".join((_DETERMINERS, _PREPOSITIONS)).split()) - frozenset(
    ("as", "than", "that", "no")
)
"""Words behind which a phrase is likely to begin."""

ADJECTIVES = frozenset(_ADJECTIVES.split())
"""Words that tell no subject, and behind which an opened phrase goes on."""

PLAIN = frozenset(
    " ".join(
        (
            _DETERMINERS,
            _PREPOSITIONS,
            _PRONOUNS,
            _AUXILIARIES,
            _ADVERBS,
            _CONJUNCTIONS,
            _VERBS,
            _ADJECTIVES,
            _COMMON,
            "to",
        )
    ).split()
)
"""Words that tell no subject by themselves, in small letters."""
