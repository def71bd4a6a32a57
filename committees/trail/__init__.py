"""The audit trail made tamper-evident: events are chained by hash afterwards, and the chain can be verified.

The triggers that write events know nothing of it, so publishing and importing cost no more. A worker seals every
minute, and `seal` is asked before a head is exported. What is not sealed yet is not protected yet.

What verification cannot find: a change made, with its event, by somebody who passes for the site itself; a chain that
was rewritten whole, unless an exported head is compared; events deleted in the minute before they were sealed, unless
their row tells; changes of what has no audit (text read out of papers, tables of search, the wards of a decision).
"""

from committees.trail.heads import Head, head_of, parse_head
from committees.trail.sealing import seal
from committees.trail.verifying import Problem, Verification, verify

__all__ = ["Head", "Problem", "Verification", "head_of", "parse_head", "seal", "verify"]
