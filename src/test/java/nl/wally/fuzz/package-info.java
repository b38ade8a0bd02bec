/**
 * Fuzzing: what no client would think of, sent to every place that reads what strangers write. A {@link nl.wally.fuzz.Target}
 * is one such place; {@code mvn -Pfuzz verify} lets Jazzer look for inputs that reach code which none reached before, and the
 * normal run repeats what was found. ADR 39 says what is fuzzed in the process itself and what over HTTP.
 */
package nl.wally.fuzz;
