"""More invented papers: other styles of response, report-back, final report and officer's report."""

# A row of a table is one line, however long.
# ruff: noqa: E501

AGREE_COLUMN = """<html><body><main>
<h1>Oxbourne City Council</h1>
<p>To: Cabinet</p><p>Report of: Scrutiny Committee</p>
<h2>Scrutiny response: Tourism review group</h2>
<p>The Cabinet is asked to agree or not agree with each recommendation.</p>
<table>
<tr><th>Recommendation</th><th>Agree?</th><th>Comment</th></tr>
<tr><td>1) That the Council works with coach firms to:<ul><li>find parking; and</li><li>spread arrivals.</li></ul></td><td>Yes</td><td>Talks begin in May.</td></tr>
<tr><td>2) That a visitor levy be looked into.</td><td>In part</td><td>The law does not allow it yet.</td></tr>
<tr><td>3) That toilets be open until ten.</td><td>No</td><td></td></tr>
</table>
</main></body></html>"""

TITLED = """
# Digital Exclusion: report of the Select Committee

Hollinshire County Council

## Recommendations

### Recommendation 1 – Devices

The Council should refurbish its old laptops and lend them to residents who have none.

It should do so through libraries.

### Recommendation 2 – Skills

The Council should train two digital champions in each library.

### Recommendation 3 (Cabinet Member for Communities): Data

The Council should ask operators for cheaper tariffs.

## Acknowledgements

The Committee thanks its witnesses.
"""

WITHOUT_NUMBERS = """
# Response to the report on dog fouling

Recommendation: That more bins be placed on the canal path.

Response: Twelve bins have been ordered.

They will be in place by June.

Recommendation: That fines be raised to the legal limit.

Response: Agreed.

Contact officer

Lee Marsh
"""

NUMBERED_RESPONSES = """
# Cabinet response to the Bus Stops Panel

## 1. Purpose

To answer the Panel.

## 2. Recommendations and responses

1. That every stop have a shelter.

Response: Not accepted. There are 1,400 stops.

2. That timetables be readable: (a) by day; and (b) by night.

Response: Accepted. Solar lamps will be fitted.

The first fifty are on order.

3. That seats be mended within a week.

Response: Accepted.

## 3. Implications

None.
"""

BOLD_PROGRESS = """
# Twelve month report back: Scrutiny Review of Sheltered Housing

Report of: Director of Housing

## 3. Progress against the recommendations

**1. That wardens visit every tenant each week.**

Wardens now visit weekly in eleven of twelve schemes.

- Alder Court follows in May.

**2. That lifts be replaced within the year.**

Six of nine are done.

**3. That tenants choose the colour of their doors.**

This began at once.

## 4. Financial implications

None.
"""

VERDICT_HEADINGS = """
# Response of the Executive to the Play Streets inquiry

## Recommendation 1: Accepted

A simpler form has been made.

## Recommendation 2: Partially accepted

Signs will be lent, but not given.

## Recommendation 3: Not accepted

The law on closing roads does not allow it.

## Appendix 1

The form.
"""

RESTARTED = """
# Executive response to two reviews

## Theme A: Parks

**Recommendation 1: That gates be locked at dusk.**

**Response:** Agreed.

**Recommendation 2: That dogs be kept on leads near the lake.**

**Response:** Under review.

## Theme B: Libraries

**Recommendation 1: That self-service be offered on Sundays.**

**Response:** Agreed from April.

**Recommendation 2: That fines for late books end.**

**Response:** Agreed; income falls by £3,000.
"""

BOXED = """
COTTERDALE DISTRICT COUNCIL

Report to: Planning Policy Committee

Title: Local plan timetable

| Recommendation(s) | That the Committee: (a) approves the timetable in Appendix 1; and (b) delegates changes to it to the Head of Planning. |
|---|---|
| Reason for recommendation(s) | A plan must be made by law. |
| Ward(s) affected | All |

1. Background

The last plan was made in 2015. It is recommended that plans be reviewed every five years.
"""

DECISIONS_REQUESTED = """
# Adult Social Care Committee

Report by the Strategic Director

### Decisions requested

That the Committee:

1. **notes** the position on waiting times;
2. **agrees** to receive a further report in June 2025, which should cover:
   - reviews; and
   - home adaptations; and
3. **recommends to Council** that the charging policy be adopted.

### Summary

Waiting times have fallen.
"""

WELSH_DOUBLE = """
ADRODDIAD I'R CABINET / REPORT TO CABINET

4. ARGYMHELLION / RECOMMENDATIONS

4.1 Bod y Cabinet yn cymeradwyo'r strategaeth.

4.2 That Cabinet approves the strategy.

5. RHESYMAU / REASONS

Because it is required.
"""

LEGAL_SUMMARY = """
Report of: Executive Member for Homes

Subject: Response to the Damp and Mould Review

2 Recommendations

2.1 To thank the Committee.

3 The recommendations

3.1 Recommendation One: That every report of damp be answered in three days.

3.2 Response: The Executive agrees.

3.3 Recommendation Two: That a surveyor visit within a fortnight.

3.4 Response: The Executive agrees, from April.

4 Implications

Legal Implications

4.1 The two recommendations can be summarised as:

1. Answer within three days.

2. Visit within a fortnight.

4.2 As recommendation 1 says, answers must be swift. Recommendation 2 follows the law.
"""

FIFTY = "\n\n".join(
    ["# Response to the Commission on Poverty"]
    + [
        f"**Recommendation {word}: That the Council do the {place}th good thing.**\n\n**Response:** Thing {place} is agreed."
        for place, word in enumerate(
            ["Nineteen", "Twenty", "Twenty-One", "twenty two", "Thirty-nine", "Forty", "Forty-four", "Fifty"], start=1
        )
    ]
)

INLINE_ANSWERS = """
Response to the Cycling Working Group

Recommendation 1: That racks be fitted at each station. Response: Agreed, with the operator.

Recommendation 2: That lanes be swept weekly. Response: Sweeping is fortnightly; weekly would cost £40,000.

Recommendation 3: That maps be free. Executive Member's response: Agreed.
"""

SCRUTINY_TO_MEETING = """
# Report to the Overview and Scrutiny Committee

Report of: Head of Revenues

Council tax collection

Recommendations

That Members:

i) note collection at 96.2%;

ii) comment on the new reminder letters; and

iii) identify any further work.

Key points

Collection rose.
"""
