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
