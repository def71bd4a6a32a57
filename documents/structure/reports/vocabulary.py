"""The headings that reports of councils print, whatever the council: told by their words alone."""

import re

# Plain paragraphs that are a heading though nothing but their words says so: one must match the whole paragraph.
PHRASES = (
    r"(?:executive |report |brief |financ(?:e|ial) )?summary(?: (?:of|and) .{3,45})?",
    r"synopsis|abstract|overview|foreword|context|scope|objectives?|glossary|findings|evidence|methodology",
    r"introduction(?: (?:and|&) .{3,40})?",
    r"background(?: (?:information|details|and .{3,40}|to .{3,40}))?",
    r"(?:the )?purpose(?: of (?:the |this )?(?:report|paper))?(?: (?:and|&) .{3,40})?",
    r"(?:summary of )?reasons? for .{3,70}",
    r"(?:officer'?s? |summary of |proposed |draft )?recommendations?(?: (?:to|for|and|of|from) .{3,60})?",
    r"recommended (?:decisions?|actions?)|decisions? (?:required|sought|requested)|previous decisions?",
    r"that (?:the )?(?:cabinet|committee|council|executive) is recommended to",
    r"(?:the )?proposals?(?: and .{3,40})?",
    r"(?:alternative |other |analysis of )?options?(?: (?:considered|appraisal|available|analysis)\b.{0,40})?",
    r"alternatives? considered.{0,40}",
    r"(?:public |results? of )?(?:consultations?|engagement)(?: (?:and|with|undertaken|responses?|results?)\b.{0,50})?",
    r"(?:[\w'’&/,-]+ ){0,8}implications?(?: (?:and|of|for|including|from|on|to) .{3,80}| \(.{3,60}\))?",
    r"(?:equalit(?:y|ies)|environmental|residents?|health|social|carbon|climate|privacy|community|human rights|rural|"
    r"data protection|children'?s rights|well-?being)(?:[ ,/&]+[\w'-]+){0,5} "
    r"(?:impacts?|assessments?|analysis|considerations?|duty|issues?)(?: assessments?)?(?: \(.{2,30}\))?",
    r"equalit(?:y|ies)(?: (?:and|&|,).{3,40})?",
    r"(?:legal|financial|finance|other statutory|statutory) "
    r"(?:comments?|considerations?|issues?|powers?|position|advice|background)(?: (?:of|from|and) .{3,60})?",
    r"comments? (?:of|from) .{3,80}|statutory officers?['’]?s? comments?.{0,80}|(?:observations|views) of .{3,60}",
    r"conclusions?(?: and .{3,60})?|next steps",
    r"(?:implementation )?time(?:table|scales?|line)s?(?: (?:for|and) .{3,40})?",
    r"(?:(?:list|schedule|use) of )?(?:appendix|appendices|annex(?:es)?|enclosures|attachments)"
    r"(?: (?:to|attached).{0,30})?",
    r"(?:attached|supporting|linked) (?:documents|documentation|papers)|access to information|"
    r"local government act 1972.{0,80}",
    r"(?:(?:list|schedule) of )?background (?:discussion )?(?:papers?|documents?|reading|reports?|information)"
    r"(?:\W{1,4}.{2,60})?",
    r"(?:final )?report clearance|clearance|(?:report )?sign[ -]?off|audit trail",
    r"contact (?:details?|officers?|information|points?)|contacts?|officer contact(?: details)?",
    r"(?:report )?authors?|(?:lead|report) officers?",
    r"key (?:points|issues|considerations|information|facts|messages|findings)|main (?:issues|report|body|points)",
    r"issues?(?: for consideration)?|matters for consideration|details(?: of .{3,40})?",
    r"(?:current|present) (?:position|situation|arrangements?)|report detail|body of (?:the )?report|the report",
    r"risks?(?: (?:management|assessments?|and .{3,40}))?|climate change(?: and .{3,40})?",
    r"performance(?: (?:monitoring|management|information))?|monitoring(?: and (?:review|evaluation))?",
    r"procurement|workforce|staffing|sustainability|safeguarding|property|human rights|social value|value for money",
    r"crime and disorder|health (?:and|&) (?:safety|well-?being)",
    r"(?:corporate|council|strategic|policy|community) "
    r"(?:priorities|objectives?|plan|context|outcomes|framework|fit|aims|strategy)(?:\W.{0,50})?",
    r"(?:contribution|links?) to (?:the )?(?:corporate|strategic|council|borough|county)\W.{3,70}",
    r"policy(?: and (?:context|background|legislation|strategy))?|other (?:options|considerations|information|"
    r"matters)(?:\W.{0,30})?",
    r"responses? to the .{3,80}recommendations",
)
KNOWN = re.compile("|".join(PHRASES), re.IGNORECASE)
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
