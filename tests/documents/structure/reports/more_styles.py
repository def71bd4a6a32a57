"""More reports of councils that do not exist: forms whose first page has few labels, or has them in cells."""

import datetime

from tests.documents.structure.reports.house_styles import Style

LABELS_ABOVE = Style(
    text="""LONDON BOROUGH OF LARCHFIELD

WARDS: All

REPORT TITLE
Update on school places (SC/2022/31)

REPORT OF
Cabinet Member for Best Start for Children and Families

FOR SUBMISSION TO
Children, Schools and Families Scrutiny Committee

DATE
7 November 2022

SUMMARY OF REPORT

This report provides an update on school place planning.

Local Government Act 1972 – Access to Information

No documents that require listing were used in the preparation of this report.

Contact Officer:

Noel Smale
Head of Education Commissioning
5 Castle Row
020 7974 0001
noel.smale@larchfield.example

RECOMMENDATIONS

The Committee is asked to note and comment on the report.

Signed:

Tom Alder, Executive Director Supporting People

Date: 27 October 2022

1. CONTEXT AND BACKGROUND

1.1 The council has a duty to plan school places. Numbers have fallen
by a tenth since 2015.

1.2 Schools are funded per pupil.

2. COMMENTS OF THE BOROUGH SOLICITOR

2.1 The duty is in section 14 of the Education Act 1996.

3. FINANCE COMMENTS OF THE EXECUTIVE DIRECTOR CORPORATE SERVICES

3.1 There are no direct costs.

4. ENVIRONMENTAL IMPLICATIONS

4.1 None.

5. APPENDICES

Appendix A: Projections

REPORT ENDS
""",
    told={
        "report_of": "Cabinet Member for Best Start for Children and Families",
        "meeting_of": "Children, Schools and Families Scrutiny Committee",
        "date": datetime.date(2022, 11, 7),
        "wards": ["All"],
        "subject": "Update on school places (SC/2022/31)",
        "exempt": None,
        "appendices": ["Appendix A: Projections"],
        "background_papers": [],
    },
    labels=["1.1", "1.2", "2.1", "3.1", "4.1"],
    headings=["SUMMARY OF REPORT", "RECOMMENDATIONS", "CONTEXT AND BACKGROUND", "APPENDICES"],
    implications=["legal", "financial", "environmental"],
    authors=[("contact", "Noel Smale", "noel.smale@larchfield.example")],
)

CELLS = Style(
    text="""| Cabinet 25 October 2023 | Logo |
| Report of: Ada Sutter, Corporate Director of Place | Classification: Unrestricted |

Regeneration of Tanner Yard

| Lead Member | Councillor Karim Aziz, Cabinet Member for Regeneration |
| Originating Officer(s) | Kit Swann, Divisional Director of Housing |
| Wards affected | Tanner and Ropewalk |
| Key Decision? | Yes |
| Reason for Key Decision | Significant impact on wards |
| Forward Plan Notice Published | 20 September 2023 |
| Exempt information | N/A |
| Strategic Plan Priority / Outcome | Homes for the future |

**Executive Summary**

This report seeks approval for the scheme.

**Recommendations:**

The Mayor in Cabinet is recommended to:

1. Approve the scheme.

2. Note the Equalities Impact Assessment as set out in Paragraph 4.

**1 REASONS FOR THE DECISIONS**

1.1 The scheme provides 120 homes.

**2 ALTERNATIVE OPTIONS**

2.1 Do nothing.

**3 DETAILS OF THE REPORT**

3.1 The site is empty.

**4 EQUALITIES IMPLICATIONS**

4.1 An assessment was made.

**5 OTHER STATUTORY IMPLICATIONS**

5.1 This section of the report is used to highlight further specific statutory implications.

**6 COMMENTS OF THE CHIEF FINANCE OFFICER**

6.1 The cost is £40m.

**7 COMMENTS OF LEGAL SERVICES**

7.1 The council has power under the Housing Act 1985.

____________________________________

**Linked Reports, Appendices and Background Documents**

**Linked Report**

- NONE

**Appendices**

- Appendix 1 – Plans
- Appendix 2 – Exempt: Financial appraisal

**Background Documents – Local Authorities (Executive Arrangements)(Access to Information)(England) Regulations 2012**

- NONE

**Officer contact details for documents:**

Kit Swann, Divisional Director, kit.swann@riverside.example
""",
    told={
        "report_of": "Ada Sutter, Corporate Director of Place",
        "meeting_of": "Cabinet",
        "date": datetime.date(2023, 10, 25),
        "wards": ["Tanner", "Ropewalk"],
        "subject": "Regeneration of Tanner Yard",
        "exempt": False,
        "appendices": ["Appendix 1 – Plans", "Appendix 2 – Exempt: Financial appraisal"],
        "background_papers": [],
    },
    labels=["1", "2", "1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1"],
    headings=["Executive Summary", "Recommendations", "DETAILS OF THE REPORT", "Appendices"],
    implications=["equalities", "other statutory", "financial", "legal"],
    authors=[("originating officer", "Kit Swann", ""), ("contact", "Kit Swann", "kit.swann@riverside.example")],
)

FROM_WHOM = Style(
    text="""| | Cabinet 16 October 2023 |
| | Report from the Corporate Director of Communities and Regeneration |
| | Lead Member - Cabinet Member for Regeneration, Planning & Growth (Councillor Ilse Varga) |

Local Plan annual monitoring report

| Wards Affected: | All |
| Key or Non-Key Decision: | Non-key |
| Open or Part/Fully Exempt: (If exempt, please give the paragraph of Schedule 12A) | Open |
| List of Appendices: | One Appendix A: Monitoring report |
| Background Papers: | None |
| Contact Officer(s): (Name, Title, Contact Details) | Anna Lowe, Corporate Director 020 8937 0001 Anna.Lowe@wembury.example Gus Arden, Head of Planning 020 8937 0002 gus.arden@wembury.example |

1.0 Executive Summary

1.1 This report presents the annual monitoring report.

2.0 Recommendation(s)

That Cabinet:

2.1 Note the contents of the report.

2.2 Agree its publication.

3.0 Detail

3.1 Cabinet Member Foreword

3.1.1 Homes are being built.

3.2 Background

3.2.1 The report is required by law.

4.0 Stakeholder and ward member consultation and engagement

4.1 None required.

5.0 Financial Considerations

5.1 There are none.

6.0 Legal Considerations

6.1 Section 35 of the Planning and Compulsory Purchase Act 2004 applies.

7.0 Equity, Diversity & Inclusion (EDI) Considerations

7.1 None.

8.0 Climate Change and Environmental Considerations

8.1 None.

9.0 Human Resources/Property Considerations (if appropriate)

9.1 None.

Report sign off:

Anna Lowe
Corporate Director of Communities and Regeneration
""",  # noqa: E501
    told={
        "report_of": "Corporate Director of Communities and Regeneration",
        "meeting_of": "Cabinet",
        "date": datetime.date(2023, 10, 16),
        "wards": ["All"],
        "subject": "Local Plan annual monitoring report",
        "exempt": False,
        "appendices": ["One Appendix A: Monitoring report"],
        "background_papers": [],
    },
    labels=["1.1", "2.1", "2.2", "3.1.1", "3.2.1", "4.1", "5.1", "6.1", "7.1", "8.1", "9.1"],
    headings=["Executive Summary", "Recommendation(s)", "Detail", "Cabinet Member Foreword", "Report sign off"],
    implications=["financial", "legal", "equalities", "environmental", "human resources/property"],
    authors=[
        ("contact", "Anna Lowe", "Anna.Lowe@wembury.example"),
        ("contact", "Gus Arden", "gus.arden@wembury.example"),
    ],
)

QUESTIONS = Style(
    text="""Report author: Agnes Blane
Tel: 0113 378 0001

Procurement of street lighting columns

Date: 14 March 2023
Report of: Chief Officer Highways
Report to: Director of City Development

Will the decision be open for call in? ☒ Yes ☐ No
Does the report contain confidential or exempt information? ☐ Yes ☒ No

Brief summary

The contract for columns ends in May.

Recommendations
a) Approve the procurement.
b) Note that the contract will be awarded by the Chief Officer.

What is this report about?

1 This report seeks approval to procure columns.

2 The contract is worth £600,000.

What impact will this proposal have?

3 Streets will be better lit.

Wards affected: All

Have ward members been consulted? ☐ Yes ☒ No

4 No consultation is needed.

What are the resource implications?

5 The budget is sufficient.

What are the legal implications?

6 The decision is a key decision.

Appendices
• Appendix 1 – Equality screening

Background papers
• None
""",
    told={
        "report_of": "Chief Officer Highways",
        "meeting_of": "Director of City Development",
        "date": datetime.date(2023, 3, 14),
        "wards": ["All"],
        "subject": "Procurement of street lighting columns",
        "exempt": False,
        "appendices": ["Appendix 1 – Equality screening"],
        "background_papers": [],
    },
    labels=["1", "2", "3", "4", "5", "6"],
    headings=["Brief summary", "Recommendations", "What is this report about?", "What are the legal implications?"],
    implications=["financial", "legal"],
    authors=[("report", "Agnes Blane", "")],
)

CAPITALS = Style(
    text="""| CABINET MEETING DATE (2023/24) 23 October 2023 | CLASSIFICATION: Open |
| WARD(S) AFFECTED All Wards | |
| CABINET MEMBER Councillor Rolf Chandler, Finance | |
| KEY DECISION Yes | REASON Spending or savings |
| GROUP DIRECTOR Ivo Winter, Finance and Corporate Resources | |

# OVERALL FINANCIAL POSITION - AUGUST 2023

## 1. CABINET MEMBER'S INTRODUCTION

1.1 This is the third report of the year.

## 2. GROUP DIRECTOR'S INTRODUCTION

2.1 The forecast is an overspend of £9m.

## 3. RECOMMENDATION(S)

3.1 Cabinet is recommended to note the position.

## 4. REASONS FOR DECISION

4.1 To facilitate financial management.

## 5. COMMENTS OF THE GROUP DIRECTOR OF FINANCE AND CORPORATE RESOURCES

5.1 These are included throughout.

## 6. COMMENTS OF THE DIRECTOR OF LEGAL

6.1 The Group Director is the officer designated by law.

## APPENDICES

None

## BACKGROUND PAPERS

None

| Report Author: | Rufus Hale Senior Financial Control Officer Tel: 020 8356 0001 rufus.hale@marsh.example |
| Comments for the Group Director prepared by: | Jana Moore Director Tel: 020 8356 0002 jana.moore@marsh.example |
| Comments for the Director of Legal prepared by: | Lucy Hume Director of Legal Tel: 020 8356 0003 louise@marsh.example |
""",  # noqa: E501
    told={
        "report_of": "",
        "meeting_of": "CABINET",
        "date": datetime.date(2023, 10, 23),
        "wards": ["All Wards"],
        "subject": "OVERALL FINANCIAL POSITION - AUGUST 2023",
        "exempt": False,
        "appendices": [],
        "background_papers": [],
    },
    labels=["1.1", "2.1", "3.1", "4.1", "5.1", "6.1"],
    headings=["CABINET MEMBER'S INTRODUCTION", "RECOMMENDATION(S)", "BACKGROUND PAPERS"],
    implications=["financial", "legal"],
    authors=[
        ("report", "Rufus Hale", "rufus.hale@marsh.example"),
        ("comments for the group director", "Jana Moore", "jana.moore@marsh.example"),
        ("comments for the director of legal", "Lucy Hume", "louise@marsh.example"),
    ],
)

NO_LABELS = Style(
    text="""Policy and Sustainability Committee

10.00am, Tuesday, 24 October 2023

Annual report on complaints

| Executive/routine | Routine |
| Wards | All |

1. Recommendations

1.1 It is recommended that the Committee notes the report.

Dr Delia Snow
Executive Director of Corporate Services

Contact: Nora Hall, Service Director
E-mail: nora.hall@castlehaven.example | Tel: 0131 469 0001

2. Executive Summary

2.1 Complaints fell by 4%.

3. Background

3.1 The procedure has two stages.

4. Main report

4.1 In all there were 9,000 complaints.

5. Next Steps

5.1 A further report will come in a year.

6. Financial impact

6.1 None.

7. Equality and Poverty Impact

7.1 None.

8. Climate and Nature Emergency Implications

8.1 None.

9. Risk, policy, compliance, governance and community impact

9.1 None.

10. Background reading/external references

10.1 Complaints handling procedure

11. Appendices

Appendix 1 – Complaints by service
""",
    told={
        "report_of": "",
        "meeting_of": "Policy and Sustainability Committee",
        "date": datetime.date(2023, 10, 24),
        "wards": ["All"],
        "subject": "Annual report on complaints",
        "exempt": None,
        "appendices": ["Appendix 1 – Complaints by service"],
        "background_papers": ["Complaints handling procedure"],
    },
    labels=["1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1", "8.1", "9.1", "10.1"],
    headings=["Recommendations", "Main report", "Background reading/external references", "Appendices"],
    implications=["financial", "equalities", "environmental", "risk, policy, compliance, governance and community"],
    authors=[("contact", "Nora Hall", "nora.hall@castlehaven.example")],
)

MORE_STYLES = {
    "labels_above": LABELS_ABOVE,
    "cells": CELLS,
    "from_whom": FROM_WHOM,
    "questions": QUESTIONS,
    "capitals": CAPITALS,
    "no_labels": NO_LABELS,
}
