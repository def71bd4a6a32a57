"""The words of the corpus, the commonest first: everyday and council English, then made-up words that can be said.

Some entries are several words that people write in one breath, so that phrases of common words occur as they do.
"""

import random
import re
from itertools import accumulate, zip_longest

SIZE = 300_000  # distinct entries
SHIFT, STEEPNESS = 2.7, 1.1  # of Zipf's law as Mandelbrot has it: the commonest words are nearly equal

FIRST, COMMON = 4, 30  # function words before all others, and as many words of each sort as come before the breaths
FUNCTION_WORDS = re.findall(
    r"\S+",
    """
    the of and to in a for is be on that with as by are this will at from it or an which have was has not been their
    there these any all its were may can also would should they where other such more no than if but into who some
    when through over under within between about after before during each both only our we do how what so most well
    very
    """,
)

BREATHS = re.findall(
    r"\b[^|\n]+",
    """
    of the council|in the borough|to the committee|of the report|in accordance with|as part of the|that the council
    set out in|in relation to|as well as|in order to|for the year|local authority|by the executive
    on behalf of the council|children and young people|the executive member for|agreed by the council|at the meeting
    of this report|members of the public|resolved that|terms of reference|value for money|council tax
    the chief executive|adult social care|within the borough|the leader of the council|to be noted|officers will
    health and wellbeing|the financial year|planning permission|the local plan|community safety|parking permit
    bin collection
    """,
)

COUNCIL_WORDS = re.findall(
    r"\S+",
    """
    council committee report service services housing residents local borough community planning public policy
    officers members development support health care children young people school schools education social working
    plan review executive budget financial cost costs funding year years million meeting decision recommendations
    appendix strategy access need needs provision quality performance improvement management risk impact project
    programme partners staff information contract procurement resources statutory legal duty equality assessment
    environment transport street road highways parking traffic waste recycling energy climate carbon building
    buildings estate estates tenants leaseholders rent repairs maintenance homes affordable homelessness temporary
    accommodation licence licensing application applications permission conservation heritage design density tower
    basement extension garden trees park parks leisure library libraries sport culture arts festival museum
    safeguarding adults older carers disability mental hospital clinical prevention wellbeing obesity smoking
    alcohol drugs crime police antisocial behaviour safety cohesion migration refugees employment skills training
    apprenticeships business businesses economy growth regeneration investment capital revenue reserves treasury
    pension audit accounts grant grants voluntary charity charities consultation engagement survey response
    responses complaints ombudsman scrutiny councillor councillors mayor leader chair cabinet ward wards
    constituency election electoral petition motion amendment minutes agenda quorum declaration interests exempt
    confidential governance constitution delegated delegation authority authorities government minister regulations
    act section schedule enforcement notice appeal inspector tribunal court injunction prosecution penalty fine
    charge charges fee fees income expenditure forecast variance overspend underspend savings efficiency inflation
    borrowing interest debt council's evidence witness witnesses objective objectives outcome outcomes target
    targets indicator indicators baseline benchmark data analysis research trend annual quarter quarterly monthly
    weekly date period timetable deadline construction demolition contractor contractors surveyor architect engineer
    framework tender bidder bid award supplier digital website online telephone customer customers contact centre
    office offices hall chamber venue water flood drainage sewer gas electricity heating boiler insulation asbestos
    damp mould cladding fire sprinkler lift bus buses cycle cycling cycleway pedestrian pavement footway crossing
    junction signals speed collision pollution air noise dust odour rodent pest food hygiene restaurant takeaway
    market markets stall stalls shop shops high pub nursery nurseries childminder playground youth club attainment
    attendance exclusion governor governors headteacher fostering adoption placement placements assessment
    transition autism dementia stroke diabetes vaccination screening
    """,
)

STARTS = re.findall(
    r"\w+", "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t th tr v w wh"
)
MIDDLES = re.findall(r"\w+", "a e i o u ai ea ee ie oa oo ou")
ENDS = re.findall(r"\w+", "b ck d ft g l ld ll m mp n nd ng nt p r rd rn rt s sk ss st t th x")
COUNT_OF_SHORT = 4000  # made-up words, of one syllable
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ation", "ly", "ment", "ham", "ton", "ford"]


def entries(size: int = SIZE) -> list[str]:
    """Words and breaths, the commonest first; the same at every call."""
    common = [*FUNCTION_WORDS[:FIRST], *_alternating(COUNCIL_WORDS[:COMMON], FUNCTION_WORDS[FIRST:COMMON])]
    others = _alternating(COUNCIL_WORDS[COMMON:], _alternating(BREATHS, FUNCTION_WORDS[COMMON:]))
    known = list(dict.fromkeys([*common, *others]))
    return [*known, *_made_up(size - len(known), set(known))]


def _alternating(first: list[str], second: list[str]) -> list[str]:
    return [word for pair in zip_longest(first, second) for word in pair if word]


def _made_up(count: int, taken: set[str]) -> list[str]:
    """Words that no one has written, of one or two syllables and perhaps an ending."""
    choice = random.Random(1).choice
    made: list[str] = []
    while len(made) < count:
        word = choice(STARTS) + choice(MIDDLES) + choice(ENDS)
        if len(made) > COUNT_OF_SHORT:
            word = choice(STARTS) + choice(MIDDLES) + word
        word += choice(ENDINGS)
        if word not in taken:
            taken.add(word)
            made.append(word)
    return made


def weights(size: int) -> list[float]:
    """How often each entry is written, summed from the first on: Zipf's law."""
    return list(accumulate((rank + SHIFT) ** -STEEPNESS for rank in range(1, size + 1)))
