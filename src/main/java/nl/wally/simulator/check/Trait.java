package nl.wally.simulator.check;

/** What a judge wants to know of a resource that its type, kind and status do not say. */
enum Trait {
    /** The citizen service number is among its identifiers (W-10). */
    BSN,
    /** A Consent to sharing with the social organisation (W-2). */
    SHARING,
    /** Someone must interpret. */
    INTERPRETER,
    /** The Task says why. */
    REASON,
    /** The Task says when it goes on. */
    RESUME_DATE,
    /** The Task has a coded outcome. */
    OUTCOME,
    /** The Task names its feedback. */
    FEEDBACK,
    /** The Task was added to after it was closed. */
    ADDENDUM,
    /** The Task moved from one owner to another. */
    HANDED_OVER,
    /** Somebody confirms having read it. */
    READ
}
