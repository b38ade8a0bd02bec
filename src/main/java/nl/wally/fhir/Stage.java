package nl.wally.fhir;

/**
 * The way of a write, in this order and nowhere else. All stages run in one database transaction: whoever throws, undoes
 * everything.
 */
public enum Stage {
    /** Lock the referral concerned, then read what is there now. */
    READ,
    /** May this caller do this at all? */
    AUTHORISE,
    /** Does the caller change what it has seen (G-MATCH)? Was this sent before? */
    RECOGNISE,
    /** Check each resource against the profile for its type; findings wait until the rules have spoken. */
    VALIDATE,
    /** Judge the end state by the rules of the method. */
    DECIDE,
    /** Fill in what the server writes itself, and bring along what follows from the change. */
    COMPLETE,
    /** Store everything. */
    STORE,
    /** Record what was done. */
    RECORD
}
