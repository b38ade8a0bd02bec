package nl.wally.directory;

import static nl.wally.directory.PlainCells.contact;
import static nl.wally.directory.PlainCells.text;
import static nl.wally.directory.PlainCells.yesOrNo;
import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;

/**
 * What an offer says in words, and how what people say of it is written down. The key and the provider are not judged here:
 * they depend on who keeps the offer.
 */
final class OfferRules {
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()\\-]{5,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");
    private static final Pattern SITE = Pattern.compile("https?://\\S+");

    private final Map<Column, Cell> cells = new EnumMap<>(Column.class);

    OfferRules(LifeAreas areas) {
        cells.put(Column.NAME, text(HealthcareService::getNameElement));
        cells.put(Column.WHAT, text(HealthcareService::getCommentElement));
        cells.put(Column.WHOM, text(offer -> offer.getEligibilityFirstRep().getCommentElement()));
        cells.put(Column.AREAS, areas);
        cells.put(Column.WHERE, text(offer -> offer.getLocationFirstRep().getDisplayElement()));
        cells.put(Column.WHEN, new OpeningTimes());
        cells.put(Column.REMARK, text(HealthcareService::getAvailabilityExceptionsElement));
        cells.put(Column.REGISTRATION, yesOrNo(HealthcareService::getAppointmentRequiredElement));
        cells.put(Column.WAITING, new WaitingTime());
        cells.put(Column.GROUP, new GroupSize());
        cells.put(
                Column.PHONE,
                contact(
                        ContactPointSystem.PHONE,
                        PHONE,
                        words("A phone number has digits, spaces and dashes, for instance 0570 12 34 56.")));
        cells.put(
                Column.EMAIL,
                contact(
                        ContactPointSystem.EMAIL,
                        EMAIL,
                        words("Write an e-mail address like this: naam@voorbeeld.nl.")));
        cells.put(
                Column.SITE,
                contact(ContactPointSystem.URL, SITE, words("The address of a website begins with https://.")));
        cells.put(Column.ACTIVE, yesOrNo(HealthcareService::getActiveElement));
    }

    /** The offer in words, but for its key and its provider. */
    OfferText read(HealthcareService offer) {
        // Looking at the first of something that is not there makes an empty one.
        HealthcareService copy = offer.copy();
        Map<Column, String> said = new EnumMap<>(Column.class);
        cells.forEach((column, cell) -> said.put(column, cell.read(copy)));
        return new OfferText(said);
    }

    /**
     * Writes down what is said otherwise than the offer has it. What is said in the same words stays as it is, with whatever it
     * holds that words do not tell: so what goes out and comes back changes nothing.
     *
     * @return what is wrong; the rest is written
     */
    List<Fault> write(OfferText text, HealthcareService offer) {
        OfferText before = read(offer);
        List<Fault> faults = new ArrayList<>();
        text.cells().forEach((column, said) -> {
            Words wrong = said.equals(before.at(column)) ? Words.NONE : write(column, said, offer);
            if (!wrong.isEmpty()) {
                faults.add(new Fault(column, wrong));
            }
        });
        offer.getEligibility().removeIf(Base::isEmpty);
        offer.getLocation().removeIf(Base::isEmpty);
        for (Column column : Column.values()) {
            if (column.required() && text.has(column) && text.at(column).isEmpty()) {
                faults.add(new Fault(column, words("This must not be empty.")));
            }
        }
        return faults;
    }

    private Words write(Column column, String said, HealthcareService offer) {
        if (said.length() > column.longest()) {
            return words("This is too long: at most {0} characters.", column.longest());
        }
        return Optional.ofNullable(cells.get(column))
                .map(cell -> cell.write(said, offer))
                .orElse(Words.NONE);
    }
}
