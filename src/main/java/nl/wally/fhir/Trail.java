package nl.wally.fhir;

import nl.wally.shared.Occurrence;

/** Where everything that happens is taken down; module {@code audit} keeps it. */
public interface Trail {
    /**
     * Takes this down: within a transaction it stays or goes with it, otherwise at once. Where and with which request it
     * happened is known from the request that the current thread serves ({@link RequestAtHand}). What nobody proved to
     * have done is counted when there is too much of it, and never fails.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be: then what happened must not be answered
     */
    void note(Occurrence what);
}
