"""Invented papers that set the same things in yet other ways."""

LETTERED_AGENDA = """
Report of: Leader

Meeting of: Cabinet

Subject: Cabinet's reply to the Youth Services Review

Recommendations

The Executive is recommended to:-

(1) welcome the review;

(2) agree:

(a) the replies in section 3;

(b) that they be sent to the Committee; and

(3) ask for a report in a year.

Section 3: Replies

Recommendation 1

That a youth club be opened in Ashby.

Cabinet Member's response

Agreed. A hall has been found.

Recommendation 2

That detached workers be hired.

They should work at weekends.

Cabinet Member's response

Two will be hired.

Recommendation 3

That young people sit on the board.

Cabinet Member's response

Agreed.

Consultation

None.
"""

YEARLY_UPDATE = """
SCRUTINY REVIEW: AIR QUALITY

UPDATE ON RECOMMENDATIONS (SEPTEMBER 2021)

Recommendation (1): Monitor air outside every school
Response (September 2020): Agreed
Progress (September 2021): Forty-one of sixty schools are monitored. AMBER

Recommendation (2): Close streets at school times
Response (September 2020): Agreed for ten schools
Progress (September 2021): Ten closed. GREEN
"""

MAYORAL = """
# Report of the Housing Scrutiny Panel

## 7. Recommendations

The Panel makes the following recommendations to the Mayor and Cabinet:

**7.1** That the Council buys homes on the open market, and that
(i) it sets aside £5m; and
(ii) it reports each quarter.

**7.2** That tenants be asked.

**7.3** That the Mayor writes to the Minister.

## 8. Next steps

The Mayor will reply within two months.
"""

AUDIT_TABLE = """
# Audit Committee

## Recommendation

Members note the contents of this report.

## Summary

The report sets out progress on internal audit recommendations.

| Audit | Recommendation | Priority | Management response | Due date | Status |
|---|---|---|---|---|---|
| Payroll | Check leavers each month | High | Agreed | March 2024 | Implemented |
| Payroll | Lock the cabinet | Low | Agreed | May 2024 | Outstanding |
| Stores | Count stock | Medium | Not agreed: too costly | | Closed |
"""

MINUTES = """
# Minutes of the Scrutiny Committee

12. RESPONSE TO THE REVIEW

The Leader presented the response.

Recommendation 1: Councillor Ali asked when this would begin.

RESOLVED: That the response be noted.

RECOMMENDED - T H A T the Executive consider recommendation 4 again.
"""

SUMMARISED = """
# Executive Summary

The recommendations are:

Recommendation 1: hire a tree officer

Recommendation 2: plant more trees

# Part Two

### Recommendation 1: hire a tree officer

The Council should hire one full-time tree officer for at least three years, from April.

### Recommendation 2: plant more trees

The Council should plant a thousand trees a year in streets that have fewest.
"""

TRACKED_INQUIRY = """
Report to Scrutiny Board (Children and Families)

Report of Director of Children and Families

Recommendation tracking: Inquiry into exclusions

Desired Outcome – Fewer pupils are excluded.

Recommendation 1 – That the Director reports to the Board in June on how many pupils have been excluded.

Formal response (July 2021): The Director agrees.

Position status (June 2022): Exclusions have fallen by a tenth.

A further report is due.

Position status (Board's view): 4 - Not fully implemented, progress made acceptable

Desired Outcome – Parents are told in time.

Recommendation 2 – That letters to parents are rewritten.

Formal response (July 2021): Agreed.

Position status (June 2022): The new letter is in use.
"""

DECIMAL_POINTS = """
4.0 RECOMMENDATION(S)

4.1 Committee is asked to approve:

4.1.1 the award of the contract to the bidder named in the exempt appendix; and

4.1.2 delegation of the final terms to the Executive Director.

4.2 Committee is asked to note the timetable.

5.0 BACKGROUND

5.1 The contract ends in May.
"""

TWO_BODIES = """
**Title:** Fees and charges

**Recommendation**

That Cabinet:
1. Approves the fees in Appendix A.
2. Approves the charges in Appendix B.
That Council:
3. Approves the fees for licences.

**Reason for Decision**

To balance the budget.
"""

PLAIN_PARAGRAPH_NUMBERS = """
Agenda item 7

REPORT TO: Corporate Scrutiny Committee

DATE: 5 June 2023

SUBJECT: Response to Scrutiny Review on Volunteering

RECOMMENDATIONS

1. That the Committee receive the response.

BACKGROUND

2. The Committee asked the Executive to respond to nine recommendations.

RESPONSE

3. Recommendation 1 – That the Council appoints a volunteering lead.

4. The Executive agrees and an officer has been named. The post is funded until 2025.

5. It will report to the Committee each year.

6. Recommendation 2 – That volunteers' fares be paid.

7. The Executive does not agree, given the cost.

FINANCIAL IMPLICATIONS

8. None beyond the post in paragraph 4.
"""

VERDICT_LINES = """
# Cabinet Response to Scrutiny

**Recommendation 1**

*That the Council develop a strategy for pubs.*

**Accepted / Partially Accepted / Rejected:** Accepted

**Cabinet comment:** A strategy is under way.

**Responsible officer:** Head of Economy

**Implementation date:** July 2022

**Recommendation 2**

*That rates relief be widened.*

**Accepted / Partially Accepted / Rejected:** Rejected

**Cabinet comment:** The budget does not allow it.

**Responsible officer:** n/a

**Implementation date:** n/a
"""

UNNAMED_FIRST_COLUMN = """
# Overview and Scrutiny Commission

## Recommendations from the Commission: responses

| | Recommendation | Accepted? | Response | Lead |
|---|---|---|---|---|
| R1 | Publish the data monthly | Y | Will start in May | AB |
| R2 | Hold drop-ins: i) in Eastgate ii) in Westgate | Part | Eastgate only | CD |
| R3 | Freeze the charge | N | Income needed | EF |
"""

TWO_GROUPS = """
Report to: Scrutiny Committee

Monitoring of the implementation of Scrutiny Review recommendations

1. Taxis Review

Recommendation 1: Install cameras in all taxis

Status: Complete

All 214 taxis have cameras.

Recommendation 2: Rank at the station

Status: Ongoing

Network Rail has been asked.

2. Markets Review

Recommendation 1: A Sunday market

Status: Not started

Recommendation 2: New awnings

Status: Complete
"""

TWO_UPDATES = """
Recommendation | Progress at six months | Progress at twelve months | RAG
--- | --- | --- | ---
1. Adopt the pledge | Pledge drafted. | Pledge adopted by Council in May. | GREEN
2. Train managers | Half trained. | All trained but two. | AMBER
"""

SAID_TWICE = """
# Report of the Flood Risk Task and Finish Group

## Executive summary

The Group met six times and makes 4 recommendations.

## List of recommendations

**Recommendation 1:** That Cabinet asks the drainage board to publish its maps.

**Recommendation 2:** That Cabinet writes to the water company about:

- sewers in Low Street; and
- the pumping station.

**Recommendation 3:** That officers hold a store of pumps.

**Recommendation 4:** That the Group's work be reviewed in a year.

## 1. Introduction

1.1 The storm of 2021 flooded sixty homes.

## 2. Maps

2.1 Residents could not find the maps.

**Recommendation 1:** That Cabinet asks the drainage board to publish its maps.

2.2 The board said it would.

**Recommendation 2:** That Cabinet writes to the water company about:

- sewers in Low Street; and
- the pumping station.

## 3. Pumps

3.1 Two pumps failed.

**Recommendation 3:** That officers hold a store of pumps.

## 4. Conclusion

4.1 Much can be done.

**Recommendation 4:** That the Group's work be reviewed in a year.
"""

SLASHED = """
CABINET

Report title: Housing Allocations Policy

Recommendation/s

a) To approve the policy at Appendix 1.
b) To delegate to the Director, in consultation with the Cabinet Member, the power to:
   i) correct errors; and
   ii) update job titles.
c) To note the equality impact assessment.

Reason(s) for Recommendation/s

The present policy is from 2016.

1. Executive Summary

1.1 The policy has been rewritten. Cabinet is asked to note that 3,000 households are waiting.
"""

RISKS = """
Report to: Audit Committee

Risk register

1. Purpose

1.1 The register is reviewed each quarter.

2. Risks

R1 Failure of a supplier.

Response: A second supplier is kept ready.

R2 Loss of data.

Response: Copies are made each night.
"""

PERFORMANCE = """
Report to: Environment Committee

Subject: Performance update

2. Recommendations

2.1 That the Committee notes the report.

3. Measures

3.1 Missed bins for each thousand collected.

Status: Green

3.2 Fly-tips cleared within a day.

Status: Amber
"""
