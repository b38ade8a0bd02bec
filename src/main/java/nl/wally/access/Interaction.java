package nl.wally.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.wally.conformance.Capabilities;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/** What somebody may want to do with a resource, as {@link RightsTable} distinguishes it. */
public enum Interaction {
    /** Also a version of it, its history, and as something that is included. */
    READ,
    SEARCH,
    /** By itself, or as an entry of a transaction. */
    CREATE,
    /** Also a patch. */
    UPDATE,
    /** The operation {@code $validate}. */
    VALIDATE,
    /** The operation {@code $available-actions}. */
    AVAILABLE_ACTIONS,
    /** The operation {@code $agenda}. */
    AGENDA,
    /** The operation {@code $everything}: all that is kept of a person. */
    EVERYTHING,
    /** The operation {@code $overview}: the same, to read. */
    OVERVIEW,
    /** The operation {@code $audit-overview}: who looked at a person's data. */
    AUDIT_OVERVIEW,
    /** The operation {@code $erase}. */
    ERASE,
    /** The operation {@code $erasures}: what was erased. */
    ERASURES,
    /** The operation {@code $status}: how a subscription goes. */
    STATUS,
    /** The operation {@code $events}: what a subscription has told of. */
    EVENTS;

    /** The name in the table, for instance {@code available-actions}: of an operation its name without the dollar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Interaction> ofCode(String code) {
        return Arrays.stream(values())
                .filter(interaction -> interaction.code().equals(code))
                .findFirst();
    }

    /** Whether the server offers this on this type. */
    public boolean isOffered(Capabilities capabilities, String type) {
        return switch (this) {
            case READ -> capabilities.offers(type, TypeRestfulInteraction.READ);
            case SEARCH -> capabilities.offers(type, TypeRestfulInteraction.SEARCHTYPE);
            case CREATE -> capabilities.creates(type);
            case UPDATE -> capabilities.offers(type, TypeRestfulInteraction.UPDATE);
            default -> capabilities.operates(type, code());
        };
    }
}
