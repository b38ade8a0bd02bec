package nl.wally.fhir;

/**
 * The way of a write, in this order and nowhere else. All stages run in one database transaction: whoever throws, undoes
 * everything.
 */
public enum Stage {
    /** Do the scopes of the token name this kind of write at all? */
    ADMIT,
    /** Lock the referral concerned, then read what is there now. */
    READ,
    /** May this caller do this at all? */
    AUTHORISE,
    /** Does the caller change the version it has seen (G-MATCH)? Then apply its patch to that version. */
    MATCH,
    /** Was this sent before? */
    RECOGNISE,
    /** Does every reference lead somewhere the caller may see (G-REF)? */
    RESOLVE,
    /** Judge the end state by the rules of the method, and fill in what the server writes itself. */
    DECIDE,
    /** What ends of itself because of what was decided, or of the time that passed: consent is gone (W-2). */
    END,
    /** What the server does of itself because of what was decided, with what has not ended: somebody left. */
    FOLLOW,
    /** What was promised by when: kept by what was decided, or not kept when the clock strikes. */
    PROMISE,
    /** Check what will be stored against the profile for its type. */
    VALIDATE,
    /** Store everything. */
    STORE,
    /** Record what was done. */
    RECORD
}
