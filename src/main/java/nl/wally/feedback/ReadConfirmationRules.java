package nl.wally.feedback;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Ahead;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * The GP side confirms that somebody has read the feedback; nothing else in it may change. Narrative, profiles and tags
 * of the client are no change: they are passed over.
 */
final class ReadConfirmationRules {
    private ReadConfirmationRules() {}

    /**
     * The version to store: what was stored, with the new confirmations.
     *
     * @param speaking whether a caller may speak in the name of a role, person or organisation
     * @throws RefusedException when it is not for this caller to confirm, or more than that was changed
     */
    static Communication confirm(
            Communication before,
            Communication after,
            Caller caller,
            BiPredicate<Caller, String> speaking,
            Instant now) {
        if (caller.capacity() != Caller.Capacity.PRACTICE) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    "Communication",
                    words("What was said stays as it was said: send another Communication"));
        }
        List<Extension> old = before.getExtensionsByUrl(Canonicals.EXTENSION_READ);
        List<Extension> read = after.getExtensionsByUrl(Canonicals.EXTENSION_READ);
        if (!bare(before).equalsDeep(bare(after)) || !startsWith(read, old)) {
            throw new RefusedException(
                    Problem.ELEMENT_IMMUTABLE,
                    "Communication",
                    words("Only the extension waw-read (by, at) may be added to a Communication"));
        }
        Communication confirmed = before.copy();
        for (Extension confirmation : read.subList(old.size(), read.size())) {
            judge(confirmation, caller, speaking, now);
            confirmed.addExtension(confirmation.copy());
        }
        return confirmed;
    }

    private static void judge(
            Extension confirmation, Caller caller, BiPredicate<Caller, String> speaking, Instant now) {
        boolean byReader = confirmation.getExtensionByUrl("by") != null
                && confirmation.getExtensionByUrl("by").getValue() instanceof Reference by
                && speaking.test(caller, References.key(by));
        if (!byReader) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    "Communication.extension",
                    words(
                            "waw-read names in 'by' who has read it: the person who acts with this token, or for a token without"
                                    + " a person the practice itself or somebody who has a role in it"));
        }
        boolean past = confirmation.getExtensionByUrl("at") != null
                && confirmation.getExtensionByUrl("at").getValue() instanceof DateTimeType at
                && at.hasValue()
                && !Ahead.isAhead(at, now);
        if (!past) {
            throw new RefusedException(
                    Problem.TIME_IN_FUTURE, "Communication.extension", Problem.TIME_IN_FUTURE.words());
        }
    }

    private static boolean startsWith(List<Extension> all, List<Extension> first) {
        if (all.size() < first.size()) {
            return false;
        }
        for (int index = 0; index < first.size(); index++) {
            if (!all.get(index).equalsDeep(first.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static Communication bare(Communication communication) {
        Communication bare = communication.copy();
        bare.getExtension().removeIf(extension -> Canonicals.EXTENSION_READ.equals(extension.getUrl()));
        bare.setMeta(null);
        bare.setText(null);
        bare.setId("");
        return bare;
    }
}
