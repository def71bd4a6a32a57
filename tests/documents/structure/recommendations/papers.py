"""Invented papers of fictional councils, each in another house style."""

# A row of a table is one line, however long.
# ruff: noqa: E501

CABINET_TABLE = """
# Westermere London Borough Council

Report to: Cabinet

Date: 12 March 2024

Subject: Cabinet response to the scrutiny review of food poverty

## 1. Recommendations

1.1 Cabinet is recommended to agree the responses set out in Appendix A.

1.2 Cabinet is recommended to thank the Panel for its work.

## 2. Background

2.1 The Panel made four recommendations.

## Appendix A: Response to the recommendations

| Rec No. | Scrutiny recommendation | Cabinet response | Lead officer | Timescale |
|---|---|---|---|---|
| 1 | That the Council maps every food bank and pantry in the borough. | Accepted. A map will be on the website. | Jo Bright | June 2024 |
| 2 | That free breakfasts be offered in all primary schools: (a) in term time; and (b) in the holidays. | Partially accepted. Term time is funded; the holidays are not. | Sam Oduya | September 2024 |
| 3 | That officers write to the Secretary of State. | Rejected. | | |
| Rec No. | Scrutiny recommendation | Cabinet response | Lead officer | Timescale |
| 4 | That an annual summit be held. | Noted. The Cabinet Member will consider it | Kit Hale | |
| | | when the budget is known. | | |

## Appendix B: Equality impact

None.
"""

COUNTY_HTML = """<html><body><main>
<h1>Norshire County Council</h1>
<p>Report by: Director of Highways</p>
<h2>Executive response to the report of the Potholes Task and Finish Group</h2>
<h2>Recommendations</h2>
<p>The Executive is asked to:</p>
<ol><li>approve the response in this report; and</li><li>refer it to the Scrutiny Board.</li></ol>
<h2>Response</h2>
<table>
<tr><td>Recommendation 1</td><td>That repairs be inspected within a month.</td></tr>
<tr><td>Response</td><td>Agreed. Inspectors will see one in five.</td></tr>
<tr><td>Lead officer</td><td>Head of Maintenance</td></tr>
</table>
<table>
<tr><td>Recommendation 2</td><td>That residents be told when a report is closed.</td></tr>
<tr><td>Response</td><td>Agreed in principle, subject to the new contract.</td></tr>
<tr><td>Lead officer</td><td>Customer Manager</td></tr>
</table>
<h2>Financial implications</h2><p>None.</p>
</main></body></html>"""

TASK_GROUP = """
# Final report of the Empty Homes Task Group

Eastvale District Council, Overview and Scrutiny Committee, May 2023

## Foreword

It has been a pleasure to chair this group.

## Recommendations

The Task Group recommends that the Executive:

R1 appoint an Empty Homes Officer for two years.

R2 charge the highest premium that the law allows on homes empty for more than two years, and publish each year:

- how many homes are charged;
- what has been raised.

The money raised should be spent on bringing homes back into use.

R3 write to every owner.

## Evidence

Owners told the group that they had never been contacted. Recommendation 3 follows from this.
"""

WELSH_HEADINGS = """
# Cyngor Sir Dyffryn / Dyffryn County Council

Report of: Cabinet Member for Learning

Cabinet Response to the Scrutiny Inquiry into School Transport

## Recommendation 1

That the walking distance be measured afresh for every secondary school.

### Cabinet Response

Accept.

Measuring will begin in the spring and end before admissions open.

## Recommendation 2

That bus passes be issued by July.

### Cabinet Response

Partially Accept. Passes for pupils who apply late cannot be promised.

## Recommendation 3

That a driver's charter be written, in Welsh and in English.

### Cabinet Response

Accept.

## Well-being of Future Generations

The five ways of working were considered.
"""

SCOTTISH = """
Strathgarve Council

Report to: Environment Committee

Report by: Head of Place

Food waste collections

1. Purpose of Report

1.1 To seek approval for collections in rural areas.

2. Recommendations

2.1 It is recommended that the Committee:

(i) notes the outcome of the pilot in Glen Ardle;

(ii) approves the extension to all rural areas from 1 April 2025; and

(iii) agrees that a further report be brought after twelve months.

3. Background

3.1 A pilot began in 2023. It is recommended practice to begin small.
"""

COMBINED_AUTHORITY = """<html><body><main>
<h1>Tidewater Combined Authority Board</h1>
<table>
<tr><td>Report to:</td><td>Board</td></tr>
<tr><td>Report of:</td><td>Director of Transport</td></tr>
<tr><td>Subject:</td><td>Bus franchising</td></tr>
<tr><td>Recommendations:</td><td>The Board is recommended to: 1. Note the progress of the scheme. 2. Approve the outline business case. 3. Delegate authority to the Chief Executive to procure advisers.</td></tr>
<tr><td>Reasons for recommendation:</td><td>To keep to the timetable.</td></tr>
</table>
<h2>Introduction</h2><p>The Mayor promised franchising.</p>
</main></body></html>"""

SIX_MONTHS = """
# Scrutiny review of adult learning: six month progress update

Report of: Director of Skills

Meeting of: Economy Scrutiny Panel

Date: 4 October 2022

## 1. Recommendation

1.1 That the Panel notes the progress made.

## 2. Progress

**Recommendation 1 – That evening courses be offered in every ward.**

Progress: Courses now run in nine of fourteen wards.

The rest will follow in January.

RAG: Amber

**Recommendation 2 – That fees be waived for carers.**

Progress: Done from September 2022.

RAG: Green

**Recommendation 3 – That a prospectus be posted to every home:**

- in large print on request;
- in the six commonest languages.

Progress: Not begun. Printing costs have doubled.

RAG: Red

## 3. Financial implications

None.
"""

TRACKER = """
# Scrutiny recommendations tracker

| Ref | Recommendation | Progress update | RAG status |
|---|---|---|---|
| Review of libraries (2021) | | | |
| 1 | Open every library on Saturdays. | All but one now open. | G |
| 2 | Lend laptops. | Forty laptops lent. Twenty more ordered. | A |
| Review of parks (2022) | | | |
| 1 | Mend the fountains. | Two of five are dry. | R |
| 2 | Plant a thousand trees. | Complete. | Blue |
"""

BULLETED = """
Fenbridge City Council

From: Head of Housing

To: Housing Panel

Members are asked to:

• note the performance of the repairs service in the second quarter;
• comment on the draft action plan in Annex 1; and
• agree the dates of the estate walkabouts.

Summary

Repairs took nine days on average. Members are asked to bear in mind that the contractor changed in June.
"""

THEMED = """
# Safer Streets: final report of the Community Safety Scrutiny Commission

## Summary of recommendations

1. Lighting in alleys.
2. A night bus.
3. Training for door staff.

## Chapter 1: Lighting

The Commission walked the alleys behind the market at night and found eleven lamps dark.

**Recommendation 1: That the Council light every alley behind the market, beginning with those named in Annex 2.**

Officers said that the lamps are checked twice a year.

## Chapter 2: Getting home

Students told the Commission that the last bus goes at half past ten.

**Recommendation 2: That the Executive Member ask operators for a night bus on Fridays and Saturdays, and report what they answer.**

## Chapter 3: Venues

Door staff asked for training.

**Recommendation 3: That the licensing team offer free training to door staff every spring, and that it cover:**

**(a) spotting drugged drinks; and**

**(b) helping somebody who is alone.**

The police offered to take part.

## Annex 2

Alleys.
"""

NUMBERED_FINAL = """
# Scrutiny Review of Allotments

## Final report

### Introduction

The review took six months.

### Conclusions and recommendations

The Committee recommends to the Cabinet:

**Waiting lists**

1. That plots left untended for a year be offered to the next person waiting.

2. That the waiting list be put on the website, so that
   - everybody can see their place; and
   - nobody need telephone.

   The list should be brought up to date every month.

**Water**

3. That water butts be provided at each site.

### Witnesses

Three allotment societies.
"""

PARTLY_ANSWERED = """
# Executive response to the Care Leavers review

**Recommendation 9 (a): That every care leaver has a named adviser to the age of 25.**

**Response:** Agreed. Advisers have been recruited.

**Recommendation 9 (b): That council tax be waived.**

**Response:** Not agreed, for it would cost £90,000 a year.

**Recommendations 10 and 11: That housing and health partners report each year (10) and that the report be published (11).**

**Response:** Both are agreed.

**Recommendation Twelve: That a bursary be set up.**

**Response:**

Under discussion with the colleges.

A decision is expected in May.

**Conclusion**

The Executive thanks the Committee.
"""

OFFICER_NAMED = """
Report to: Cabinet

Report of: Chief Finance Officer

Subject: Budget monitoring, month six

Recommendations

Recommendation 1: That Cabinet notes the forecast overspend of £2.1m.

Recommendation 2: That Cabinet approves the virements in Table 3.

Reasons for recommendations

The constitution requires it.
"""

RECOMMENDED_THAT = """
PLANNING COMMITTEE

Report of the Head of Planning

Application 23/0456: 14 Mill Lane

SITE DESCRIPTION

A field.

RECOMMENDATION

RECOMMENDED that planning permission be GRANTED subject to:

(a) the conditions set out below; and

(b) a legal agreement on affordable homes.

BACKGROUND PAPERS

The application file.
"""

NO_HEADING = """
Health and Wellbeing Board

Winter plan

The plan has been drawn up by all partners. It covers respite, vaccination and discharge.

The Board is asked to endorse the winter plan and to note the risks in section 4.

Contact: Pat Lowe, Head of Partnerships
"""

TWICE_ANSWERED = """
# Scrutiny review of street trees: response and twelve month update

Recommendation 1: That the Council plant two trees for each one felled.

Executive response (June 2022): The Executive accepts this, within the budget.

Update (June 2023): 412 trees planted for 198 felled.

Recommendation 2: That residents be asked before a tree is felled.

Executive response (June 2022): Noted.

Update (June 2023): A notice is fixed to the tree ten days before. Status: Green

Appendices

None.
"""

LONG_RESPONSE = """
Report of: Executive Member for Sport

Meeting of: Executive

Subject: Response to the Playing Pitches Scrutiny Review

1 Synopsis

1.1 The review made two recommendations.

2 Recommendations

2.1 To agree the responses in section 3.

3 Response to the recommendations

3.1 Recommendation One: The Council should keep a list of pitches.

The list should be public.

3.2 Response: A list exists.

3.3 It will be published:

(a) on the website; and

(b) in libraries.

Next steps

A meeting with clubs will be held.

3.4 Recommendation Two: The Council should cap fees.

3.5 Response: Fees were capped in 2020.

4 Implications

4.1 Financial Implications

4.1.1 The two recommendations can be summarised as: a list, and a cap.
"""

CELLS_AS_LINES = """
Action taken on the recommendations of the Flooding Panel

No.

Recommendation

Response

1

That gullies be cleared each autumn.

Agreed. The programme begins in October.

2

That sandbags be kept at three depots.

Not agreed. Sandbags spoil.
"""
