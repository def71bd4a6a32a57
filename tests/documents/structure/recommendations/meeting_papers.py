"""Invented reports that ask their meetings to decide, each in the form of another kind of council."""

BRACKETED_NUMBERS = """
Report for Information

Report to: Resources Scrutiny Committee – 6 September 2022

Subject: Revenue monitoring

Report of: Deputy City Treasurer

Summary

This report sets out the position.

Recommendations

The Committee is recommended to:

(1) Note the forecast; and

(2) Consider the savings in Appendix 2.

Wards Affected: All

Environmental Impact Assessment - the impact of the issues addressed in this report on achieving the zero-carbon target

None.
"""

POINTS_WITH_LETTERS = """
2 Recommendations

2.1 That Cabinet:-

2.1.1 Approves the strategy attached as Appendix A.

2.1.2 Delegates to the Director:

(a) the power to sign; and

(b) the power to vary.

2.1.3 Authorises the City Solicitor to complete documents.

3 Background

3.1 In 2019 Cabinet agreed a strategy.
"""

COUNCIL_BUDGET = """
Report to Council

It is recommended that Council:

1. Approves the budget.

Reason for Recommendations:

Council must set a budget.

Executive Summary:

1. The budget is £400m.

2. Council is asked to note the robustness statement.
"""

GRANT_PERMISSION = """
RECOMMENDATION: GRANT PERMISSION subject to the conditions in section 9.

1. The site

1.1 A yard.
"""

ROMAN_WITH_LEAD_OFFICER = """
3. Recommendations

It is recommended that:

(i) the Executive Board recommend to Council that the Plan be adopted;

(ii) subject to (i) above, the Director be authorised to make corrections.

(iii) it be noted that a further report will follow in (a) June; and (b) December.

Lead officer – Director of Planning

4. Reasons for recommendations

The plan must be adopted.
"""

SQUARE_BRACKETS = """
# Fire Authority

**RECOMMENDATIONS**

[1] That Members note the outturn.

[2] That Members approve the carry forward.

**BACKGROUND**
"""

WITHOUT_FULL_STOPS = """
## What is this report about?

The library plan.

## Recommendations

a) Executive Board is requested to note the findings
b) Executive Board is requested to approve consultation on the plan, running from May to July
c) Note that the Chief Officer will implement the decision

## Why is the proposal being put forward?

1 The libraries are old.

2 It is recommended that the plan is approved.
"""

REFUSE_PERMISSION = """
7 Officer's Recommendation

That Planning Permission be REFUSED for the following reasons:

1. The development would harm the setting of the church.

2. The access is unsafe.

Informative: The plans are A1 and A2.
"""

SUMMARY_AND_RECOMMENDATIONS = """
1. Summary and Recommendations

1.1 This report asks the Panel to consider the plan.

Recommendations:

The Panel is invited to:

- consider the plan; and
- make any comments to Cabinet.

2. Detail
"""

LETTERS_WITH_STOPS = """
Members are recommended to:

1. note the report;

2. agree that:

a. the terms be approved;

b. the chair sign; and

3. thank the officers.

Purpose

To report.
"""

LICENSING = """
PURPOSE OF REPORT

To ask members to agree.

RECOMMENDATION

That the Sub-Committee determine the application.

This report has been checked by Legal Services.

Having regard to the licensing objectives, the Sub-Committee may grant, vary or refuse.

1.0 APPLICATION

1.1 A premises licence.
"""
