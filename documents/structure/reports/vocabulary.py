"""The headings that reports of councils print, whatever the council: told by their words alone."""

import re

# Plain paragraphs that are a heading though nothing but their words says so: the whole paragraph must match.
KNOWN = re.compile(
    r"""(?:
    (?:executive\ |report\ |brief\ )?summary(?:\ (?:of|and)\ .{3,45})?|synopsis|abstract|overview|foreword
    |introduction(?:\ (?:and|&)\ .{3,40})?|background(?:\ (?:information|and\ .{3,40}|to\ .{3,40}|details))?|context
    |(?:the\ )?purpose(?:\ of\ (?:the\ |this\ )?(?:report|paper))?(?:\ (?:and|&)\ .{3,40})?|objectives?|scope
    |(?:summary\ of\ )?reasons?\ for\ .{3,70}|(?:officer'?s?\ |summary\ of\ |proposed\ |draft\ )?recommendations?(?:\ (?:to|for|and|of|from)\ .{3,60})?
    |recommended\ (?:decisions?|actions?)|that\ (?:the\ )?(?:cabinet|committee|council|executive)\ is\ recommended\ to
    |decisions?\ (?:required|sought|requested)|proposals?(?:\ and\ .{3,40})?|the\ proposals?
    |(?:alternative\ |other\ |analysis\ of\ )?options?(?:\ (?:considered|appraisal|available|analysis)\b.{0,40})?
    |alternatives?\ considered.{0,40}|(?:public\ |results?\ of\ )?(?:consultations?|engagement)(?:\ (?:and|with|undertaken|responses?|results?)\b.{0,50})?
    |(?:[\w'’&/,-]+\ ){0,8}implications?(?:\ (?:and|of|for|including|from|on|to)\ .{3,80}|\ \(.{3,60}\))?
    |(?:equalit(?:y|ies)|environmental|residents?|health|social|carbon|climate|privacy|community|human\ rights
        |data\ protection|children'?s\ rights|rural|well-?being)(?:[\ ,/&]+[\w'-]+){0,5}\ (?:impacts?|assessments?|analysis|considerations?|duty|issues?)(?:\ assessments?)?(?:\ \(.{2,30}\))?
    |equalit(?:y|ies)(?:\ (?:and|&|,).{3,40})?|(?:legal|financial|finance|other\ statutory|statutory)\ (?:comments?|considerations?|issues?|powers?|position|advice|background)(?:\ (?:of|from|and)\ .{3,60})?
    |comments?\ (?:of|from)\ (?:the\ )?.{3,80}|statutory\ officers?['’]?s?\ comments?.{0,80}|(?:observations|views)\ of\ .{3,60}
    |conclusions?(?:\ and\ .{3,60})?|next\ steps|(?:implementation\ )?time(?:table|scales?|line)s?(?:\ (?:for|and)\ .{3,40})?
    |(?:list\ of\ |schedule\ of\ )?(?:appendix|appendices|annex(?:es)?|enclosures|attachments)(?:\ (?:to|attached).{0,30})?|(?:attached|supporting|linked)\ (?:documents|papers)
    |(?:list\ of\ )?background\ (?:papers?|documents?|reading|reports?|information)(?:\W{1,4}.{2,60})?|access\ to\ information
    |(?:final\ )?report\ clearance|clearance|sign[\ -]?off|audit\ trail|contact\ (?:details?|officers?|information|points?)|contacts?
    |(?:report\ )?authors?|(?:lead|report)\ officers?|officer\ contact(?:\ details)?
    |key\ (?:points|issues|considerations|information|facts|messages|findings)|main\ (?:issues|report|body|points)|issues?(?:\ for\ consideration)?
    |(?:current|present)\ (?:position|situation|arrangements?)|details(?:\ of\ .{3,40})?|risks?(?:\ (?:management|assessments?|and\ .{3,40}))?
    |performance(?:\ (?:monitoring|management|information))?|procurement|workforce|staffing|sustainability|climate\ change(?:\ and\ .{3,40})?
    |crime\ and\ disorder|health\ (?:and|&)\ (?:safety|well-?being)|safeguarding|value\ for\ money|social\ value|human\ rights|property|glossary
    |(?:corporate|council|strategic|policy|community)\ (?:priorities|objectives?|plan|context|outcomes|framework|fit|aims|strategy)(?:\W.{0,50})?
    |(?:contribution|links?)\ to\ (?:the\ )?(?:corporate|strategic|council|borough|county)\W.{3,70}|policy\ (?:and\ .{3,30})?
    |monitoring(?:\ and\ (?:review|evaluation))?|other\ (?:options|considerations|information|matters)(?:\W.{0,30})?
    |report\ detail|body\ of\ (?:the\ )?report|the\ report|findings|evidence|methodology|previous\ decisions?|matters\ for\ consideration
    |local\ government\ act\ 1972.{0,80}|responses?\ to\ the\ .{3,80}recommendations
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What a sentence has and a heading has not.
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|should|must|would|can|could|been|be|asked|agreed|resolves?|"
    r"recommended to|following)\b",
    re.IGNORECASE,
)
ENDS = (".", ";", ",", "?", "!")
LONGEST_HEADING = 160
LONGEST_PLAIN = 100


def bare(text: str) -> str:
    """A heading's words without the colon or dash after them."""
    return text.strip().rstrip(":–—-").strip()


def is_known(text: str) -> bool:
    """Whether a paragraph reads as a heading of reports: "Financial implications", "Background papers:"."""
    words = bare(text).replace("(s)", "s")
    return len(words) <= LONGEST_PLAIN and not words.endswith(ENDS) and bool(KNOWN.fullmatch(words))


def is_heading_like(text: str) -> bool:
    """Whether a short text may be a heading where its type or its number speaks for it too."""
    words = bare(text)
    if not words or len(words) > LONGEST_HEADING or words.endswith(ENDS) or not words[0].isupper():
        return False
    return not VERB.search(words) or is_known(words)
