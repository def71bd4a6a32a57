"""What was read in a paper, for a clerk to accept, correct or dismiss beside the page it comes from."""
