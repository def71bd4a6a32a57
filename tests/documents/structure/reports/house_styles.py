"""Reports of councils that do not exist, in the forms that real ones use, with what must be read from each."""

import datetime
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Style:
    """text is plain text as a file would hold it; told are fields of the report."""

    text: str
    told: dict[str, Any]
    labels: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    implications: list[str] = field(default_factory=list)
    authors: list[tuple[str, str, str]] = field(default_factory=list)


COUNTY = Style(
    text="""By: Marian Thrale, Cabinet Member for Highways
    Owen Pask, Director of Highways
To: Environment Cabinet Committee - 9 July 2024
Subject: Winter service policy
Decision No: 24/00031
Classification: Unrestricted
Past Pathway of report: N/A
Future Pathway of report: Cabinet Member decision
Electoral Division: All

Summary: This report sets out the winter service policy for the coming season, and what has changed since the last.

Recommendation(s):
The Cabinet Committee is asked to consider and endorse the proposed decision to adopt the policy.

1. Introduction
1.1 The county treats 2,400 kilometres of road on a winter night.

1.2 The policy is reviewed each year.

2. Financial Implications
2.1 The cost is met from the base budget of £3.1m.

3. Legal implications
3.1 Section 41 of the Highways Act 1980 applies.

4. Equalities implications
4.1 An assessment was carried out and found no adverse impact.

5. Background Documents
Winter service policy 2023

6. Contact details
Report Author: Ivor Lamb, Winter Service Manager
Telephone number: 01632 960101
ivor.lamb@downshire.example

Relevant Director: Owen Pask
01632 960102
owen.pask@downshire.example
""",
    told={
        "report_of": "Marian Thrale, Cabinet Member for Highways; Owen Pask, Director of Highways",
        "meeting_of": "Environment Cabinet Committee",
        "date": datetime.date(2024, 7, 9),
        "wards": ["All"],
        "subject": "Winter service policy",
        "exempt": False,
        "background_papers": ["Winter service policy 2023"],
        "appendices": [],
    },
    labels=["1.1", "1.2", "2.1", "3.1", "4.1"],
    headings=["Summary", "Recommendation(s)", "Introduction", "Financial Implications", "Contact details"],
    implications=["financial", "legal", "equalities"],
    authors=[
        ("report", "Ivor Lamb", "ivor.lamb@downshire.example"),
        ("relevant director", "Owen Pask", "owen.pask@downshire.example"),
    ],
)

BOROUGH_TABLE = Style(
    text="""| Meeting name: | Cabinet |
| Date: | 5 December 2023 |
| Report title: | Gateway 2: award of the grounds maintenance contract |
| Ward(s) or groups affected: | Ashgrove, Mill Lane and Tollgate |
| Classification: | Open |
| Cabinet Member: | Councillor Ines Haddow, Clean Streets |
| From: | Strategic Director of Environment |

## RECOMMENDATIONS

1. That cabinet approves the award of the contract to Verdant Limited for seven years.

2. That cabinet notes the estimated annual value of £1.2m.

## BACKGROUND INFORMATION

3. The present contract ends in March 2024. It covers:

- parks;
- housing estates; and
- highway verges.

4. Bids were invited in May.

## KEY ISSUES FOR CONSIDERATION

Policy framework implications

5. The contract supports the Greener Streets plan.

Community, equalities (including socio-economic) and health impacts

6. No adverse impact is expected.

Resource implications

7. Costs are within the budget.

Legal implications

8. The procurement followed the Public Contracts Regulations 2015.

## BACKGROUND DOCUMENTS

| Background Papers | Held At | Contact |
| --- | --- | --- |
| Gateway 1 report | Environment, 2 Tollgate Square | Petra Voss 020 7946 0001 |

## APPENDICES

| No. | Title |
| --- | --- |
| Appendix 1 | Evaluation of bids |
| Appendix 2 | Equality analysis |

## AUDIT TRAIL

| Cabinet Member | Councillor Ines Haddow, Clean Streets |
| Lead Officer | Dov Marsh, Strategic Director |
| Report Author | Petra Voss, Contract Manager |
| Version | Final |
| Dated | 23 November 2023 |
""",
    told={
        "report_of": "Strategic Director of Environment",
        "meeting_of": "Cabinet",
        "date": datetime.date(2023, 12, 5),
        "wards": ["Ashgrove", "Mill Lane", "Tollgate"],
        "subject": "Gateway 2: award of the grounds maintenance contract",
        "exempt": False,
        "appendices": ["Appendix 1 Evaluation of bids", "Appendix 2 Equality analysis"],
        "background_papers": ["Gateway 1 report Environment, 2 Tollgate Square Petra Voss 020 7946 0001"],
    },
    labels=["1", "2", "3", "4", "5", "6", "7", "8"],
    headings=["RECOMMENDATIONS", "BACKGROUND INFORMATION", "Legal implications", "AUDIT TRAIL"],
    implications=["policy framework", "equalities", "financial", "legal"],
    authors=[("lead officer", "Dov Marsh", ""), ("report", "Petra Voss", "")],
)

CITY = Style(
    text="""Harrowgate City Council
Report for Resolution

Report to: Economy Scrutiny Committee – 11 January 2024

Subject: Town centre recovery

Report of: Strategic Director (Growth)

Summary

The report tells how the centre has fared since 2021.

Recommendations

The Committee is recommended to note the progress.

Wards Affected: Deansway, Piccard

| Environmental Impact Assessment - the impact of the issues in this report on the zero-carbon target | None. |

Contact Officers:

Name: Lena Brock
Position: Strategic Director
Telephone: 0161 496 0012
E-mail: lena.brock@harrowgate.example

Background documents (available for public inspection):

None.

1.0 Introduction

1.1 Footfall is at 94% of what it was.

2.0 The year ahead

2.1 Two squares will be rebuilt.

3.0 Recommendations

3.1 The recommendations appear at the front of this report.

4.0 Appendices

Appendix 1 - Footfall by quarter
""",
    told={
        "report_of": "Strategic Director (Growth)",
        "meeting_of": "Economy Scrutiny Committee",
        "date": datetime.date(2024, 1, 11),
        "wards": ["Deansway", "Piccard"],
        "subject": "Town centre recovery",
        "exempt": None,
        "background_papers": [],
        "appendices": ["Appendix 1 - Footfall by quarter"],
    },
    labels=["1.1", "2.1", "3.1"],
    headings=["Summary", "Recommendations", "Introduction", "The year ahead", "Appendices"],
    implications=[],
    authors=[("contact", "Lena Brock", "lena.brock@harrowgate.example")],
)

PLAIN_NUMBERS = Style(
    text="""Divisions Affected – ALL

CABINET
20 February 2024

LIBRARY AND HERITAGE STRATEGY
Report by Corporate Director of Customers

RECOMMENDATION

1. The Cabinet is RECOMMENDED to

(a) adopt the strategy set out in Annex 1;

(b) delegate to the Director its publication.

Executive Summary

2. The strategy was drawn up with residents over a year.

3. It has three aims:

- reading for all;
- places to meet.

Financial Implications

4. There are none beyond existing budgets.

Comments checked by:

Rosa Fenn, Finance Business Partner, rosa.fenn@ouseshire.example

Legal Implications

5. The Public Libraries and Museums Act 1964 applies.

Annex: Annex 1 – Strategy

Background papers: Nil

Contact Officer: Mark Tindall, Head of Libraries, 01632 960222

February 2024
""",
    told={
        "report_of": "Corporate Director of Customers",
        "meeting_of": "CABINET",
        "date": datetime.date(2024, 2, 20),
        "wards": ["ALL"],
        "subject": "LIBRARY AND HERITAGE STRATEGY",
        "exempt": None,
        "background_papers": [],
        "appendices": ["Annex 1 – Strategy"],
    },
    labels=["1", "2", "3", "4", "5"],
    headings=["RECOMMENDATION", "Executive Summary", "Financial Implications", "Legal Implications"],
    implications=["financial", "legal"],
    authors=[("contact", "Mark Tindall", "")],
)

SCOTTISH = Style(
    text="""| COMMITTEE | Net Zero and Transport Committee |
| DATE | 29 August 2023 |
| EXEMPT | No |
| CONFIDENTIAL | No |
| REPORT TITLE | Harbour bridge repairs |
| REPORT NUMBER | RES/23/201 |
| DIRECTOR | Iain Geddie |
| CHIEF OFFICER | Mairi Sloan |
| REPORT AUTHOR | Callum Wick |
| TERMS OF REFERENCE | 1.1.1 and 1.1.3 |

**1. PURPOSE OF REPORT**

1.1 To tell the committee of the state of the bridge.

**2. RECOMMENDATIONS**

That the Committee:-

2.1 note the inspection; and

2.2 instruct the Chief Officer to report back in a year.

**3. CURRENT SITUATION**

3.1 The bridge was built in 1881.

**4. FINANCIAL IMPLICATIONS**

4.1 Repairs cost £200,000.

**5. LEGAL IMPLICATIONS**

5.1 There are no direct legal implications arising from the recommendations of this report.

**6. ENVIRONMENTAL IMPLICATIONS**

6.1 None.

**7. RISK**

| Category | Risks | Target Risk Level |
| --- | --- | --- |
| Strategic | None | L |

**8. BACKGROUND PAPERS**

8.1 None

**9. APPENDICES**

9.1 None

**10. REPORT AUTHOR CONTACT DETAILS**

| Name | Callum Wick |
| Title | Engineer |
| Email Address | cwick@strathbeg.example |
| Tel | 01224 960333 |
""",
    told={
        "meeting_of": "Net Zero and Transport Committee",
        "date": datetime.date(2023, 8, 29),
        "subject": "Harbour bridge repairs",
        "exempt": False,
        "background_papers": [],
        "appendices": [],
    },
    labels=["1.1", "2.1", "2.2", "3.1", "4.1", "5.1", "6.1", "8.1", "9.1"],
    headings=["PURPOSE OF REPORT", "RECOMMENDATIONS", "CURRENT SITUATION", "RISK", "APPENDICES"],
    implications=["financial", "legal", "environmental", "risk"],
    authors=[("report", "Callum Wick", "cwick@strathbeg.example")],
)

DISTRICT = Style(
    text="""WEALDEN VALE DISTRICT COUNCIL

PLANNING POLICY COMMITTEE

12 September 2022

Report of the Director of Planning

Part 1- Public

Matters for Recommendation to Cabinet - Non-Key Decision

1 LOCAL PLAN TIMETABLE

Summary
This report seeks approval of a new timetable for the Local Plan.

1.1 Background

1.1.1 The timetable was last agreed in 2020.

1.1.2 Government has since changed the rules.

1.2 Legal Implications

1.2.1 The Council must keep a Local Development Scheme.

1.3 Financial and Value for Money Considerations

1.3.1 The cost is within the budget.

1.4 Recommendations

1.4.1 That the timetable at Annex 1 BE RECOMMENDED to Cabinet.

Background papers: contact: Judith Amery

Nil

Hugh Farrow
Director of Planning
""",
    told={
        "report_of": "Director of Planning",
        "meeting_of": "PLANNING POLICY COMMITTEE",
        "date": datetime.date(2022, 9, 12),
        "subject": "LOCAL PLAN TIMETABLE",
        "exempt": False,
    },
    labels=["1.1.1", "1.1.2", "1.2.1", "1.3.1", "1.4.1"],
    headings=["Summary", "Background", "Legal Implications", "Recommendations"],
    implications=["legal", "financial"],
)

PRIVATE = Style(
    text="""Report to: Executive Board

Date: 3 March 2021

Report of: Head of Property

Title: Disposal of the former depot at Canal Wharf

Appendix 2 to this report is exempt under paragraph 3 of Schedule 12A.

NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972

Wards affected: Canal

1. Purpose of report

1.1 To agree terms for the sale.

2. Recommendation

2.1 That the sale be approved.

3. Implications

3.1 Financial: a receipt of £1.4m is expected.

3.2 Legal: best consideration must be obtained.

3.3 Human resources: none.

4. Background papers

None

Report author: Jess Ormond, Surveyor
""",
    told={
        "report_of": "Head of Property",
        "meeting_of": "Executive Board",
        "date": datetime.date(2021, 3, 3),
        "wards": ["Canal"],
        "subject": "Disposal of the former depot at Canal Wharf",
        "exempt": True,
    },
    labels=["1.1", "2.1", "3.1", "3.2", "3.3"],
    headings=["Purpose of report", "Recommendation", "Implications"],
    implications=["financial", "legal", "human resources"],
    authors=[("report", "Jess Ormond", "")],
)

TICKED = Style(
    text="""Brackenford City Council
Report to Cabinet
14 November 2023

Subject: School streets, third phase
Report of: Strategic Director of City Operations
Relevant Cabinet Member: Councillor Amy Dole - Transport
Report author: Sam Poole, Project Lead
Are specific wards affected? ☒ Yes ☐ No – All wards affected
If yes, name(s) of ward(s): Elmdon; Shirefield
Is this a key decision? ☐ Yes ☒ No
Does the report contain confidential or exempt information? ☐ Yes ☒ No

1 Executive Summary
1.1 Ten more schools will have a school street.

2 Recommendations
That Cabinet:
2.1 Approves the ten schemes.

3 Background
3.1 The first phase was in 2019.

4 Options considered and Recommended Proposal
4.1 Doing nothing was rejected.

5 Consultation
5.1 Parents were asked.

6 Risk Management
6.1 None.

7 Compliance Issues:
7.1 How are the recommended decisions consistent with the City Council's priorities?
7.1.1 They make streets safer.
7.2 Legal Implications
7.2.1 The Road Traffic Regulation Act 1984 applies.
7.3 Financial Implications
7.3.1 The cost is £310,000.
7.4 Public Sector Equality Duty
7.4.1 An assessment is attached as Appendix 2.

8 Appendices
8.1 Appendix 1 – List of schools
8.2 Appendix 2 – Equality assessment

9 Background Documents
9.1 School streets: report to Cabinet, 2019
""",
    told={
        "report_of": "Strategic Director of City Operations",
        "meeting_of": "Cabinet",
        "date": datetime.date(2023, 11, 14),
        "subject": "School streets, third phase",
        "exempt": False,
        "wards": ["Elmdon", "Shirefield"],
        "appendices": ["Appendix 1 – List of schools", "Appendix 2 – Equality assessment"],
        "background_papers": ["School streets: report to Cabinet, 2019"],
    },
    labels=["1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1.1", "7.2.1", "7.3.1", "7.4.1", "8.1", "8.2", "9.1"],
    headings=["Executive Summary", "Recommendations", "Background", "Consultation", "Financial Implications"],
    implications=["risk management", "legal", "financial", "equalities"],
    authors=[("report", "Sam Poole", "")],
)

AUTHORISED = Style(
    text="""Report for: Cabinet 12 December 2023

Title: Parks and green spaces strategy

Report authorised by: Bea Quill, Director of Environment

Lead Officer: Noor Aziz, Head of Parks, 020 7946 0991, noor.aziz@finchgate.example

Ward(s) affected: All

Report for Key/Non Key Decision: Key decision

1. Describe the issue under consideration

1.1 The strategy runs for fifteen years.

2. Cabinet Member Introduction

2.1 Parks matter to everyone.

3. Recommendations

3.1 It is recommended that Cabinet:

a) adopts the strategy;

b) agrees the action plan.

4. Reasons for decision

4.1 The last strategy has ended.

5. Alternative options considered

5.1 Having no strategy was rejected.

8. Statutory Officers comments (Director of Finance (procurement), Head of Legal and Governance, Equalities)

Finance

8.1 There are no direct costs.

Legal

8.2 The council may adopt such a strategy.

Equality

8.3 The duty has been considered.

9. Use of Appendices

Appendix A: Strategy

Appendix B: Action plan

10. Background papers

None.
""",
    told={
        "meeting_of": "Cabinet",
        "date": datetime.date(2023, 12, 12),
        "subject": "Parks and green spaces strategy",
        "wards": ["All"],
        "exempt": None,
        "appendices": ["Appendix A: Strategy", "Appendix B: Action plan"],
        "background_papers": [],
    },
    labels=["1.1", "2.1", "3.1", "4.1", "5.1", "8.1", "8.2", "8.3"],
    headings=["Describe the issue under consideration", "Recommendations", "Legal", "Background papers"],
    implications=["financial", "legal", "equalities"],
    authors=[("lead officer", "Noor Aziz", "noor.aziz@finchgate.example")],
)

COMBINED = Style(
    text="""# Mersea Combined Authority Board

| Date | 17 March 2023 |
| Report title | Bus franchising: next steps |
| Portfolio Lead | Transport - Councillor Ian Shaw |
| Accountable Chief Executive | Laura Denby, tel 0121 496 0100, email laura.denby@mersea.example |
| Report has been considered by | Strategic Transport Board |

## Recommendation(s) for action or decision:

**The Combined Authority Board is recommended to:**

(1) Note the assessment.

(2) Approve a budget of £3m.

## 1. Purpose

1.1 To agree the next steps.

## 2. Background

2.1 The assessment was made in 2022.

## 3. Financial Implications

3.1 A budget of £3m is needed.

## 4. Legal Implications

4.1 The Transport Act 2000 applies.

## 5. Equalities Implications

5.1 None at this stage.

## 6. Inclusive Growth Implications

6.1 Better buses help people into work.

## 7. Other Implications

7.1 None.

## 8. Schedule of Background Papers

8.1 Assessment, 2022
""",
    told={
        "meeting_of": "Mersea Combined Authority Board",
        "date": datetime.date(2023, 3, 17),
        "subject": "Bus franchising: next steps",
        "exempt": None,
        "background_papers": ["Assessment, 2022"],
    },
    labels=["1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1", "8.1"],
    headings=["Recommendation(s) for action or decision", "Purpose", "Inclusive Growth Implications"],
    implications=["financial", "legal", "equalities", "inclusive growth", "other"],
    authors=[("accountable chief executive", "Laura Denby", "laura.denby@mersea.example")],
)

STYLES = {
    "county": COUNTY,
    "borough_table": BOROUGH_TABLE,
    "city": CITY,
    "plain_numbers": PLAIN_NUMBERS,
    "scottish": SCOTTISH,
    "district": DISTRICT,
    "private": PRIVATE,
    "ticked": TICKED,
    "authorised": AUTHORISED,
    "combined": COMBINED,
}
