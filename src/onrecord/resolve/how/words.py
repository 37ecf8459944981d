"""The words that tell how something was said: kinds of channel, events, names of outlets.

Words of the language and well-known names, looked up token by token; a phrase
of several words is looked up by its words joined with a space.
"""

import functools
from collections.abc import Mapping

from onrecord.types import ChannelKind

__all__ = [
    "EVENTS",
    "GATHERINGS",
    "PLATFORMS",
    "PLEAS",
    "TIME_WORDS",
    "channel_nouns",
    "outlets",
    "word_set",
]


def word_set(words: str, *, sep: str | None = None) -> frozenset[str]:
    """Return the words of a row as a set; a row is easier to read and to add to than a tuple."""
    return frozenset(words.split(sep))


# Last words of cues that are said to somebody: "pleaded with *the judge*". Who "is appealing to"
# somebody may only please them.
PLEAS = (["pleaded", "with"], ["pleading", "with"], ["pleads", "with"], ["appealed", "to"])

# Heads of phrases such as "in a statement", "at a news conference", "on state television".
_CHANNEL_NOUNS = {
    ChannelKind.SOCIAL_MEDIA: (
        "social media|social network|social networks|social networking site|social networking "
        "sites|tweet|tweets|retweet|retweets|tweetstorm|post|posts|posting|postings|blog|blogs|"
        "blogpost|hashtag|status update|timeline|microblog|instagram story|direct message|thread|"
        "threads|twitter feed|news feed|social media platform|social media platforms|social "
        "platform|messaging app|caption|captions|weblog|livejournal|subreddit|vlog|direct messages"
    ),
    ChannelKind.BROADCAST: (
        "television|tv|radio|broadcast|broadcasts|telecast|telecasts|newscast|podcast|podcasts|"
        "talk show|television show|tv show|radio show|television program|tv program|television "
        "programme|radio program|radio programme|news program|news programme|programme|"
        "morning show|talk radio|state-run tv|tv channel|television channel|news channel|"
        "tv station|television station|radio station|breakfast show|late-night show|show|shows|"
        "sunday show|sunday shows|newsmagazine|call-in show|airwaves|cable news|newscasts|"
        "televised address|televised speech|televised statement|televised remarks|television "
        "address|radio address|national radio|broadcaster|simulcast|phone-in|chat show|talk shows|"
        "episode"
    ),
    ChannelKind.INTERVIEW: (
        "interview|interviews|q&a|question-and-answer session|phone interview|telephone interview|"
        "television interview|tv interview|radio interview|email interview|conversation with|"
        "sit-down|exclusive|question-and-answer"
    ),
    ChannelKind.PRESS_CONFERENCE: (
        "press conference|press conferences|news conference|news conferences|press briefing|"
        "press briefings|news briefing|news briefings|media briefing|media briefings|media "
        "conference|briefing|briefings|presser|pressers|media availability|press availability|"
        "press call|media call|press gaggle|gaggle|press event|scrum|media scrum|stakeout|"
        "photo op|media event|call with reporters|teleconference with reporters|press appearance"
    ),
    ChannelKind.SPEECH: (
        "speech|speeches|address|addresses|sermon|sermons|homily|homilies|keynote|oration|lecture|lectures|"
        "eulogy|acceptance speech|victory speech|concession speech|inaugural|remarks|toast|"
        "floor speech|opening remarks|closing remarks|stump speech|talk|commencement address|"
        "farewell|"
        "state of the union|campaign speech|campaign speeches|monologue|invocation|benediction|"
        "tirade|diatribe|pep talk|stump|presentation|filibuster|floor debate|rebuttal|"
        "weekly address|"
        "inaugural address|nomination speech|eulogies|toasts|state of the union address|"
        "public comments|brief comments"
    ),
    ChannelKind.STATEMENT: (
        "statement|statements|press release|press releases|news release|news releases|release|"
        "press statement|communique|communiqué|communiqués|announcement|press notice|"
        "news advisory|advisory|declaration|update|updates|"
        "media statement|media release|prepared remarks|notice|notices|written notice|"
        "public notice|joint statement|prepared statement|written "
        "statement|written response|public statement|news statement|press announcement"
    ),
    ChannelKind.VIDEO: (
        "video|videos|video message|video address|videotape|clip|livestream|live stream|footage|"
        "video clip|video statement|film|documentary|recording|recordings|audiotape|tape|webcast|"
        "audio recording|robocall|robocalls|ad|ads|advertisement|"
        "advertisements|commercial|commercials|campaign ad|attack ad|radio ad|radio ads|tv spot|"
        "tv spots|trailer|audio|audio clip|audio tape|body camera footage|bodycam footage|tapes|"
        "video conference message|docuseries|film clip|public service announcement|public service "
        "announcements|psa|psas"
    ),
    ChannelKind.DOCUMENT: (
        "report|study|studies|document|documents|paper|papers|memo|memos|memorandum|book|"
        "books|memoir|memoirs|autobiography|op-ed|op-eds|column|columns|editorial|editorials|"
        "essay|essays|article|articles|manifesto|white paper|dossier|transcript|survey|bulletin|"
        "analysis|review|audit|policy paper|resolution|petition|opinion piece|guidance|"
        "questionnaire|factsheet|fact sheet|decree|bill|diary|cable|cables|opinion article|"
        "findings|alert|alerts|circular|guideline|guidelines|constitution|statute|treaty|charter|"
        "regulation|regulations|"
        "newsletter|magazine|journal|website|web site|official site|web page|webpage|homepage|"
        "poll|polls|surveys|assessment|assessments|scorecard|report card|blueprint|policy brief|"
        "issue brief|commentary|commentaries|analyses|preprint|working paper|discussion paper|"
        "supplement|circular supplement|offering circular|"
        "briefing paper|thesis|dissertation|prospectus|annual report|quarterly report|"
        "fec filing|fec filings|election commission filing|election commission filings|"
        "finance filings|federal filings|campaign filings|disclosure filings|tax filing|"
        "tax filings|sec filings|"
        "regulatory filing|regulatory filings|securities filing|sec filing|police report|"
        "incident report|autopsy report|inspection report|executive order|executive orders|"
        "proclamation|directive|directives|memoranda|minutes|handbook|manual|rulebook|"
        "code of conduct|platform|leaflet|leaflets|flyer|flyers|brochure|pamphlet|mailer|mailers|"
        "foreword|preface|chapter|obituary|novel|biography|accord|communications plan|"
        "contract|census|forecast|stock exchange announcement|stock exchange filing|"
        "budget document|"
        "disclosure form|disclosure forms|programme notes|program notes|security alert|"
        "travel advisory|fact-check|blog entry"
    ),
    ChannelKind.COURT: (
        "court|court papers|court documents|court document|court filing|court filings|court "
        "records|lawsuit|lawsuits|suit|indictment|indictments|affidavit|affidavits|ruling|rulings|"
        "verdict|verdicts|judgment|judgement|complaint|filing|filings|legal filing|criminal "
        "complaint|arraignment|trial|court hearing|court order|court decision|court opinion|"
        "court ruling|majority opinion|"
        "dissenting opinion|written opinion|legal papers|"
        "plea agreement|closing arguments|opening arguments|inquest|motion|"
        "legal brief|court brief|amicus brief|legal documents|charging document|charging documents|"
        "charge sheet|warrant|search warrant|warrants|injunction|writ|dissent|dissents|concurrence|"
        "brief|briefs|concurring opinion|bail hearing|bond hearing|sentencing hearing|sentencing|"
        "preliminary hearing|pretrial hearing|pre-trial hearing|plea hearing|extradition hearing|"
        "evidentiary hearing|court appearance|closing argument|opening argument|closing statement|"
        "closing statements|opening statement|opening statements|oral argument|oral arguments|"
        "litigation|"
        "plea deal|guilty plea|courtroom|court proceedings|probable cause statement|petition to "
        "the court|appeal|class action"
    ),
    ChannelKind.MEETING: (
        "meeting|meetings|talks|roundtable|round table|video conference|videoconference|"
        "cabinet meeting|closed-door meeting|private meeting|town hall meeting|"
        "negotiations|discussions|conversation|conversations|town meeting|council meeting|"
        "board meeting|closed session|closed-door session|executive session|private conversations|"
        "conclave"
    ),
    ChannelKind.PHONE_CALL: (
        "phone call|phone calls|telephone call|call|calls|phone|telephone|phone conversation|"
        "telephone conversation|conference call|conference calls|voicemail|voicemails|"
        "emergency call|voice message|voice messages|audio message|voice note|"
        "911 call|radio call|telephone calls|teleconference|telecon|telecons|earnings call|"
        "video call|zoom call|"
        "phone conversations|voice mail"
    ),
    ChannelKind.LETTER: (
        "letter|letters|email|emails|e-mail|e-mails|note|telegram|fax|text message|text messages|"
        "open letter|message|messages|whatsapp message|postcard|resignation letter|text|texts|"
        "email message|e-mail message|email exchange|e-mail exchange|correspondence|letters|"
        "handwritten note|suicide note|fundraising email|fundraising e-mail|email blast|dispatch"
    ),
    ChannelKind.TESTIMONY: (
        "testimony|deposition|depositions|congressional hearing|senate hearing|house hearing|"
        "committee hearing|hearing|hearings|confirmation hearing|sworn statement|witness statement|"
        "sworn testimony|written testimony|prepared testimony|cross-examination|congressional "
        "testimony|oversight hearing|grand jury testimony"
    ),
}

_PLATFORMS = (
    "Twitter|X|Facebook|Instagram|Telegram|Weibo|WeChat|VKontakte|VK|TikTok|Truth Social|"
    "Mastodon|Bluesky|Threads|LinkedIn|Reddit|Snapchat|WhatsApp|Tumblr|Parler|Gab|Discord|"
    "YouTube|Twitch|Periscope|Facebook Live|Instagram Live|Google+|Signal|Viber|Clubhouse|"
    "Sina Weibo|Odnoklassniki|Pinterest|Substack|Medium|MySpace|Rumble|Gettr|Flickr"
)
PLATFORMS = word_set(_PLATFORMS.lower(), sep="|")
"""Social platforms by their names in lower case."""

_BROADCASTERS = (
    "ABC|ABC News|CBS|CBS News|NBC|NBC News|CNN|CNN International|MSNBC|CNBC|Fox News|Fox|"
    "Fox Business|Fox News Channel|Fox & Friends|PBS|PBS NewsHour|NPR|C-SPAN|Newsmax|OAN|BBC|"
    "BBC News|BBC Radio|BBC Breakfast|BBC Newsnight|BBC Radio 4|BBC One|ITV|ITV News|Sky|"
    "Sky News|Channel 4|Channel 4 News|Channel 5|GB News|LBC|STV|RTÉ|RTE|Al Jazeera|Al Arabiya|"
    "Al-Jazeera|RT|Russia Today|Rossiya 1|Rossiya-1|Channel One|TV Rain|CBC|CBC News|CTV|"
    "CTV News|Global News|SBS|Seven|Nine|Network Ten|RNZ|Radio New Zealand|TVNZ|Newshub|"
    "Nine Network|Seven Network|France 24|France Inter|BFM TV|BFMTV|TF1|RTL|Europe 1|RFI|"
    "Franceinfo|ARD|ZDF|Deutsche Welle|DW|ORF|RAI|Rai|La7|NOS|NHK|KBS|MBC|YTN|CCTV|CGTN|Phoenix TV|"
    "NDTV|Times Now|Republic TV|India Today TV|Geo News|Geo TV|Dawn News|Press TV|TRT|NTV|"
    "CNN Türk|CNN Turk|Haberturk|Channel 12|Channel 13|Kan|Army Radio|Israel Radio|Globo|"
    "TV Globo|GloboNews|Univision|Telemundo|Telesur|teleSUR|Radio Free Europe|Radio Liberty|"
    "Voice of America|Radio Free Asia|VOA|Bloomberg TV|Bloomberg Television|WNYC|WBUR|SABC|eNCA|"
    "NewsNation|Meet the Press|Face the Nation|State of the Union|Fox News Sunday|Morning Joe|"
    "Good Morning America|60 Minutes|Newsnight|Question Time|The Daily Show|The Late Show|"
    "The Tonight Show|Good Morning Britain|The View|Today Show|TODAY|Radio 4|Radio 5 Live|"
    "Talk Radio|TalkRadio|TalkTV|WABC|Comedy Central|HBO|ESPN|TNT|MTV|Eurosport|Sky Sports|"
    "Fox Sports|TSN|Sportsnet|State TV|Suspilne|1+1|Belsat|TVP|TVN|TVN24|Polsat|RTVE|TVE|SVT|NRK|DR"
)
_PAPERS = (
    "Reuters|Associated Press|The Associated Press|AP|Agence France-Presse|AFP|Bloomberg|"
    "Bloomberg News|UPI|DPA|dpa|EFE|ANSA|Xinhua|Kyodo|Kyodo News|Yonhap|TASS|Tass|Interfax|"
    "RIA Novosti|RIA|Ria|Press Association|PA|PTI|ANI|IANS|APA|Anadolu|Anadolu Agency|IRNA|Fars|"
    "Tasnim|SANA|MENA|Ukrinform|Ukrainska Pravda|Belta|AAP|NZPA|New York Times|The Times|"
    "Washington Post|Wall Street Journal|Los Angeles Times|Chicago Tribune|Boston Globe|"
    "Miami Herald|Houston Chronicle|USA Today|Politico|POLITICO|Axios|HuffPost|Huffington Post|"
    "The Huffington Post|BuzzFeed|BuzzFeed News|Vox|Slate|Salon|Vice|VICE|Vice News|The Hill|"
    "Roll Call|Time|TIME|Newsweek|The Atlantic|The New Yorker|Rolling Stone|Vanity Fair|GQ|"
    "Esquire|Forbes|Fortune|Business Insider|Insider|National Review|Breitbart|Breitbart News|"
    "Daily Caller|Daily Beast|The Daily Beast|ProPublica|Mother Jones|The Nation|The Intercept|"
    "Guardian|The Guardian|Observer|Daily Telegraph|Daily Mail|Daily Mirror|Daily Express|"
    "Financial Times|Independent|The Independent|The Sun|Evening Standard|The Economist|"
    "The Scotsman|Irish Times|Irish Independent|Le Monde|Le Figaro|Libération|Le Parisien|"
    "Der Spiegel|Spiegel|Bild|Die Zeit|Die Welt|Süddeutsche Zeitung|Frankfurter Allgemeine|"
    "El País|El Pais|El Mundo|La Repubblica|Corriere della Sera|La Stampa|Haaretz|"
    "Jerusalem Post|Times of Israel|Yedioth Ahronoth|Asahi Shimbun|Yomiuri|Japan Times|"
    "South China Morning Post|Global Times|People's Daily|China Daily|Straits Times|"
    "Times of India|Hindustan Times|The Hindu|Indian Express|Dawn|Sydney Morning Herald|The Age|"
    "The Australian|New Zealand Herald|Globe and Mail|Toronto Star|National Post|Kommersant|"
    "Izvestia|Novaya Gazeta|Meduza|Kyiv Post|Kyiv Independent|Hurriyet|Hürriyet|Wikinews|"
    "Wired|The Verge|Ars Technica|TechCrunch|Variety|Hollywood Reporter|Billboard|"
    "Sun on Sunday|Mail on Sunday|Independent on Sunday|Scotland on Sunday|Wales on Sunday|"
    "Sunday Times|Sunday Telegraph|Sunday Mirror|Sunday Express|Sunday Mail|Sunday Herald|"
    "Sunday People|Sunday Post|Sunday World|Sunday Independent|Sunday Tribune|"
    "Sunday Business Post|"
    "Sports Illustrated|L'Équipe|Marca|Nature|Science|Scientific American|New Scientist|Lancet"
)

EVENTS = word_set(
    "summit|summits|rally|rallies|conference|conferences|convention|ceremony|dinner|luncheon|"
    "lunch|breakfast|event|events|fundraiser|fundraisers|forum|gala|funeral|memorial|vigil|"
    "protest|protests|march|demonstration|celebration|inauguration|visit|trip|tour|hearing|"
    "trial|debate|debates|town hall|meeting|meetings|session|festival|launch|opening|"
    "groundbreaking|panel|symposium|seminar|workshop|parade|service|mass|prayer|reception|"
    "banquet|campaign stop|campaign event|retreat|congress|caucus|caucuses|gathering|"
    "commencement|graduation|anniversary|commemoration|unveiling|signing|swearing-in|"
    "masses|prayer service|church service|liturgy|"
    "premiere|awards|award ceremony|exhibition|expo|fair|talks|roundtable|round table|"
    "annual meeting|general assembly|plenary|inquest|inquiry|appearance|campaign appearance|"
    "discussion|panel discussion|barbecue|picnic|homecoming|wedding|concert|telethon|"
    "hackathon|match|function|press tour|photo opportunity|state dinner|question time|"
    "prime minister's questions|kickoff|rollout|announcement|campaign announcement|"
    "campaign kickoff|"
    "campaign launch|kick-off|campaign appearance|forums|banquet|prayer breakfast",
    sep="|",
)
"""Events at which people speak."""

GATHERINGS = word_set(
    "rally|rallies|convention|campaign event|campaign stop|commencement|graduation|"
    "inauguration|funeral|vigil|fundraiser|fundraisers|gala|ceremony|luncheon|dinner|"
    "town hall|memorial|opening|unveiling|commemoration|swearing-in|debate|debates|forum|forums|"
    "event|events|function|reception|banquet|breakfast|prayer breakfast|parade|campaign appearance|"
    "conference|symposium|general assembly|barbecue|picnic|service|awards|homecoming|"
    "mass|masses|prayer service|church service|liturgy|"
    "kickoff|rollout|announcement|campaign announcement|campaign kickoff|campaign launch|kick-off|"
    "appearance|demonstration|protest|celebration|groundbreaking|launch|festival",
    sep="|",
)
"""Events at which what is said is a speech."""

TIME_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "tomorrow earlier later late early morning afternoon evening night week month year last "
    "next this january february march april may june july august september october november "
    "december jan feb mar apr aug sept sep oct nov dec ago recently shortly immediately soon "
    "again here there live mon tue tues wed thu thurs fri sat sun weekend midday noon then "
    "now once"
)
"""Words of time, which end the name of an outlet, an event or a place."""


@functools.cache
def channel_nouns() -> Mapping[str, ChannelKind]:
    """Return the kind of channel by noun, in lower case, one or several words."""
    return {noun: kind for kind, nouns in _CHANNEL_NOUNS.items() for noun in nouns.split("|")}


@functools.cache
def outlets() -> Mapping[str, ChannelKind]:
    """Return how an outlet carries what it is told, by its name as written.

    What somebody tells a broadcaster is broadcast; what somebody tells a
    paper or an agency is an interview.
    """
    return {
        **dict.fromkeys(_PAPERS.split("|"), ChannelKind.INTERVIEW),
        **dict.fromkeys(_BROADCASTERS.split("|"), ChannelKind.BROADCAST),
    }
