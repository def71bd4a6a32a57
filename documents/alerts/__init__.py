"""Emails about a committee, for whoever asks: one when an agenda is published, one when decisions are.

`subscribing` asks, confirms and stops; `occasions` says what there is to tell, and to whom; `messages` writes it;
`sending` sends it. What is quoted is read through `.public()` when it is sent, some minutes after it was published.
"""
