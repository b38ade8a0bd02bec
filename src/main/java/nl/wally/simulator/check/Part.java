package nl.wally.simulator.check;

import java.util.Set;

/**
 * What is kept of one resource in a request or an answer: nothing that tells who the person is.
 *
 * @param verb {@code POST}, {@code PUT} or {@code PATCH} for what was sent; empty for what was answered
 * @param type for instance {@code Task}
 * @param reference {@code Type/id}; the fullUrl, or empty, when it has no id yet
 * @param kind the code or category that tells profiles of one type apart, for instance {@code abort}; empty when there is none
 * @param status its status; empty when it has none
 * @param number the sender's own number of a referral with its system; empty when there is none
 * @param about the referral's Task that it belongs to, as {@code Task/id}; empty when it does not say
 * @param ifMatch the version that the sender has seen; empty when it does not say
 * @param conditional whether it is created only unless it exists
 */
record Part(
        String verb,
        String type,
        String reference,
        String kind,
        String status,
        String number,
        String about,
        String ifMatch,
        boolean conditional,
        Set<Trait> traits) {
    boolean is(String wantedType, String wantedKind) {
        return type.equals(wantedType) && kind.equals(wantedKind);
    }

    boolean is(String wantedType, String wantedKind, String wantedStatus) {
        return is(wantedType, wantedKind) && status.equals(wantedStatus);
    }

    /** Whether it is the Task of a referral itself. */
    boolean isReferralTask() {
        return is("Task", "fulfill");
    }

    boolean isUpdate() {
        return verb.equals("PUT") || verb.equals("PATCH");
    }

    /** Whether it is this Task of a referral, or belongs to it. */
    boolean concerns(String task) {
        return reference.equals(task) || about.equals(task);
    }
}
