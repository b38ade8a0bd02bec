package nl.wally.directory;

import nl.wally.shared.Words;

/** What is wrong with what somebody says of an offer, for that somebody. */
record Fault(Column column, Words reason) {}
