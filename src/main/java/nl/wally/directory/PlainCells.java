package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.StringType;

/** Cells that hold one element as it is. */
final class PlainCells {
    private PlainCells() {}

    static Cell text(Function<HealthcareService, StringType> element) {
        return Cell.of(offer -> element.apply(offer).getValueNotNull(), (text, offer) -> {
            element.apply(offer).setValue(text.isEmpty() ? null : text);
            return Words.NONE;
        });
    }

    /** {@code ja}, {@code nee}, or empty when nobody knows. */
    static Cell yesOrNo(Function<HealthcareService, BooleanType> element) {
        return Cell.of(
                offer -> {
                    Boolean value = element.apply(offer).getValue();
                    return value == null ? "" : value ? "ja" : "nee";
                },
                (text, offer) -> {
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "" -> element.apply(offer).setValue(null);
                        case "ja", "yes" -> element.apply(offer).setValue(true);
                        case "nee", "no" -> element.apply(offer).setValue(false);
                        default -> {
                            return words("Write ja or nee.");
                        }
                    }
                    return Words.NONE;
                });
    }

    /** The first way to reach the offer by this system; the others stay. */
    static Cell contact(ContactPointSystem system, Pattern form, Words how) {
        return Cell.of(
                offer -> offer.getTelecom().stream()
                        .filter(point -> point.getSystem() == system)
                        .map(point -> point.getValueElement().getValueNotNull())
                        .findFirst()
                        .orElse(""),
                (text, offer) -> {
                    if (!text.isEmpty() && !form.matcher(text).matches()) {
                        return how;
                    }
                    ContactPoint first = offer.getTelecom().stream()
                            .filter(point -> point.getSystem() == system)
                            .findFirst()
                            .orElseGet(offer::addTelecom);
                    if (text.isEmpty()) {
                        offer.getTelecom().remove(first);
                    } else {
                        first.setSystem(system).setValue(text);
                    }
                    return Words.NONE;
                });
    }
}
