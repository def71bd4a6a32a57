"""What stands in every report, word for word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standard:
    """A passage under its heading."""

    heading: str
    text: str


STANDARD = (
    Standard(
        "Financial implications",
        "The cost of the proposals in this report will be met from within existing budgets. There are no additional "
        "financial implications arising directly from the recommendations, and any pressure will be reported to the "
        "Executive as part of the regular monitoring of the revenue budget and the capital programme.",
    ),
    Standard(
        "Legal implications",
        "The Council has the power to take the action proposed under section 1 of the Localism Act 2011 and section "
        "111 of the Local Government Act 1972. In exercising its functions the Council must have regard to all "
        "relevant considerations, and the decision must be one that a reasonable authority could make.",
    ),
    Standard(
        "Environmental implications",
        "There are no significant environmental implications arising from this report. The use of energy, water and "
        "materials will be kept to a minimum, waste will be recycled where possible, and the contribution to the "
        "target of a net zero carbon borough by 2030 will be monitored.",
    ),
    Standard(
        "Resident impact assessment",
        "The Council must, in the exercise of its functions, have due regard to the need to eliminate discrimination, "
        "harassment and victimisation, and to advance equality of opportunity, and foster good relations, between "
        "those who share a relevant protected characteristic and those who do not (section 149 Equality Act 2010).",
    ),
    Standard(
        "Risk management",
        "The risks of the proposals have been assessed and are recorded in the register of the service. They will be "
        "reviewed by the management team every quarter, and any risk rated red will be escalated to the Corporate "
        "Director and to the Audit Committee without delay.",
    ),
    Standard(
        "Consultation",
        "Residents, partners and members were consulted on the draft for a period of six weeks. The responses were "
        "considered by officers and are summarised in the appendix to this report, together with the changes that "
        "were made as a result of the consultation.",
    ),
    Standard(
        "Conclusion and reasons for recommendations",
        "The Committee is asked to note the report and to agree the recommendations for the reasons set out above. "
        "The proposals support the priorities of the Corporate Plan, offer the best value for residents of the "
        "borough, and can be delivered within the resources available to the service.",
    ),
    Standard(
        "Final report clearance",
        "Signed by the Corporate Director. Financial implications author and legal implications author as named in "
        "the clearance of this report. Background papers are available for inspection by members of the public at "
        "the offices of the Council during normal working hours.",
    ),
)

# In full once, where the paper has not used them yet
ACRONYMS = (
    "The Special Educational Needs and Disability (SEND) strategy applies.",
    "The Community Infrastructure Levy (CIL) is payable.",
    "The Medium Term Financial Strategy (MTFS) was revised.",
    "A Resident Impact Assessment (RIA) has been completed.",
    "The Housing Revenue Account (HRA) is ring-fenced.",
    "The Multi Agency Safeguarding Hub (MASH) was consulted.",
    "The Low Traffic Neighbourhood (LTN) is under review.",
    "Houses in Multiple Occupation (HMO) need a licence.",
)
