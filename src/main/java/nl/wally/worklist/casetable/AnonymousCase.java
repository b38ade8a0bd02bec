package nl.wally.worklist.casetable;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Papers;
import nl.wally.people.Names;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;

/**
 * What a case table may know of a referral: nothing by which anybody can be recognised.
 *
 * @param age in ten years; empty when nobody knows
 * @param areas areas of life
 * @param steps what happened in which week, the first week being that of the referral
 */
record AnonymousCase(String age, List<String> areas, List<Step> steps) {
    private static final int DAYS_OF_A_WEEK = 7;

    AnonymousCase {
        areas = List.copyOf(areas);
        steps = List.copyOf(steps);
    }

    /** Something that happened, in which week. */
    record Step(long week, Words says) {}

    static AnonymousCase of(Dossier dossier, LocalDate today) {
        return new AnonymousCase(
                dossier.person()
                        .flatMap(person -> person.birthDate())
                        .map(born -> AgeBand.of(born, today))
                        .orElse(""),
                dossier.asked().areas(),
                steps(dossier));
    }

    private static List<Step> steps(Dossier dossier) {
        List<Step> steps = new ArrayList<>();
        dossier.asked().at().ifPresent(start -> {
            steps.add(new Step(1, words("The referral came in.")));
            dossier.attempts()
                    .forEach(attempt -> steps.add(new Step(week(start, attempt.at()), says(attempt.result()))));
            dossier.feedback()
                    .forEach(feedback ->
                            steps.add(new Step(week(start, feedback.at()), words("The GP heard how it stands."))));
        });
        return steps.stream()
                .sorted(Comparator.comparingLong(Step::week))
                .distinct()
                .toList();
    }

    private static Words says(String result) {
        return switch (result) {
            case "reached" -> words("There was contact.");
            case "no-show" -> words("An appointment was missed.");
            default -> words("Contact was sought.");
        };
    }

    static long week(ZonedDateTime start, ZonedDateTime at) {
        ZoneId zone = start.getZone();
        long days = ChronoUnit.DAYS.between(
                start.toLocalDate(), at.withZoneSameInstant(zone).toLocalDate());
        return Math.max(0, days) / DAYS_OF_A_WEEK + 1;
    }

    /** By what the people of this referral could be recognised. */
    static Traces traces(Dossier dossier, Names known) {
        Papers papers = dossier.papers();
        List<String> names = new ArrayList<>(List.of(
                dossier.ownerName(), dossier.asked().referrer(), dossier.asked().practiceName()));
        List<String> places = new ArrayList<>();
        List<String> values = new ArrayList<>();
        values.add(dossier.number());
        papers.person().ifPresent(person -> person(person, names, places, values));
        for (RelatedPerson one : papers.representatives()) {
            names(one.getName(), names);
            places(one.getAddress(), places);
            values(one.getTelecom(), one.getIdentifier(), values);
        }
        papers.practice().ifPresent(practice -> {
            places(practice.getAddress(), places);
            values(practice.getTelecom(), practice.getIdentifier(), values);
        });
        for (PractitionerRole role : papers.roles()) {
            names.add(known.of(References.key(role)));
            names.add(known.of(References.key(role.getOrganization())));
            values(role.getTelecom(), role.getIdentifier(), values);
        }
        return new Traces(
                names, places, values.stream().filter(value -> !value.isBlank()).toList(), birth(dossier));
    }

    private static Optional<LocalDate> birth(Dossier dossier) {
        return dossier.person().flatMap(person -> person.birthDate());
    }

    private static void person(Patient person, List<String> names, List<String> places, List<String> values) {
        names(person.getName(), names);
        person.getContact().forEach(contact -> {
            names(List.of(contact.getName()), names);
            values(contact.getTelecom(), List.of(), values);
        });
        places(person.getAddress(), places);
        values(person.getTelecom(), person.getIdentifier(), values);
    }

    private static void names(List<HumanName> given, List<String> names) {
        given.stream()
                .flatMap(name -> Stream.concat(
                        Stream.of(
                                name.getTextElement().getValueNotNull(),
                                name.getFamilyElement().getValueNotNull()),
                        name.getGiven().stream().map(StringType::getValueNotNull)))
                .forEach(names::add);
    }

    private static void places(List<Address> addresses, List<String> places) {
        addresses.stream()
                .flatMap(address -> Stream.concat(
                        Stream.of(
                                address.getTextElement().getValueNotNull(),
                                address.getCityElement().getValueNotNull(),
                                address.getDistrictElement().getValueNotNull()),
                        address.getLine().stream().map(StringType::getValueNotNull)))
                .forEach(places::add);
    }

    private static void values(List<ContactPoint> points, List<Identifier> numbers, List<String> values) {
        points.forEach(point -> values.add(point.getValueElement().getValueNotNull()));
        numbers.forEach(number -> values.add(number.getValueElement().getValueNotNull()));
    }
}
