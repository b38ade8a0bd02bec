package nl.wally.fhir.rest;

import nl.wally.shared.Words;

/**
 * Something that would come of a request.
 *
 * @param expression where it would stand, for instance {@code Task.owner}; empty when it is nothing that was sent
 * @param words what would happen
 * @param value what the server would write there; empty when that is no value
 */
record Foretold(String expression, Words words, String value) {}
