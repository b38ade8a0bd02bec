package nl.wally.dossier;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;

/**
 * A way to reach somebody.
 *
 * @param kind how
 * @param value a number or an address, as it is to be read
 * @param use {@code home}, {@code work}, {@code mobile}; empty when nobody said
 */
public record Contact(Kind kind, String value, String use) {
    /** How somebody is reached. */
    public enum Kind {
        PHONE("tel:"),
        TEXT("sms:"),
        EMAIL("mailto:");

        private final String scheme;

        Kind(String scheme) {
            this.scheme = scheme;
        }
    }

    /** Where a tap on it leads. The zero of {@code +31 (0)6} is not dialled. */
    public String link() {
        return kind.scheme + (kind == Kind.EMAIL ? value : value.replaceAll("(?<=\\d ?)\\(0\\)|[^0-9+]", ""));
    }

    /** In the order of the source, those that are out of use left out. */
    static List<Contact> of(List<ContactPoint> points) {
        return points.stream()
                .filter(point -> point.hasValue() && point.getUse() != ContactPointUse.OLD)
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE
                        || point.getSystem() == ContactPointSystem.SMS
                        || point.getSystem() == ContactPointSystem.EMAIL)
                .map(point -> new Contact(
                        kind(point.getSystem()),
                        point.getValue(),
                        point.hasUse() ? point.getUse().toCode().toLowerCase(Locale.ROOT) : ""))
                .toList();
    }

    private static Kind kind(ContactPointSystem system) {
        return switch (system) {
            case SMS -> Kind.TEXT;
            case EMAIL -> Kind.EMAIL;
            default -> Kind.PHONE;
        };
    }
}
