package nl.wally.fhir;

import nl.wally.shared.Caller;

/** Tells who makes the request that this thread handles; module {@code access} knows. */
public interface CurrentCaller {
    /**
     * The caller of the current request.
     *
     * @throws nl.wally.shared.RefusedException when there is none, or the token does not say enough
     */
    Caller current();
}
