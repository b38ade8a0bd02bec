package nl.wally.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Contact;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.dossier.Person;
import nl.wally.dossier.Question;
import nl.wally.dossier.StopRequest;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.shared.Caller;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Gathers what the page of a sent referral shows: its dossier, what was written to the practice, and what it may do now. */
@Component
class SentPage {
    private final Dossiers dossiers;
    private final InHouse server;
    private final Concepts concepts;
    private final Names names;
    private final ZoneId zone;
    private final Clock clock;

    SentPage(Dossiers dossiers, InHouse server, Concepts concepts, Names names, WorkingCalendar calendar, Clock clock) {
        this.dossiers = dossiers;
        this.server = server;
        this.concepts = concepts;
        this.names = names;
        this.zone = calendar.zone();
        this.clock = clock;
    }

    /** A question that is open, and whether the practice may answer it now. */
    record Open(Question about, boolean mayAct) {}

    Map<String, Object> facts(String task, Draft draft, Caller caller, Language language) {
        Dossier dossier = dossiers.of(task, language);
        List<Offer> offers = offers(task, language).stream()
                .filter(offer -> offer.isText() || offer.isEnding())
                .sorted(Comparator.comparingInt(Offer::place))
                .toList();
        List<Open> questions = dossier.questions().stream()
                .filter(Question::isOpen)
                .map(question -> new Open(question, may(question.id(), "I02", language)))
                .toList();
        List<StopRequest> stops = dossier.stops().stream()
                .filter(StopRequest::isOpen)
                .filter(stop -> may(stop.id(), "A04", language))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("dossier", dossier);
        facts.put("person", dossier.person().map(Person::name).orElse(""));
        facts.put("says", says(dossier));
        facts.put("phone", phone(dossier));
        facts.put("letters", letters(dossier, caller));
        facts.put("questions", questions);
        facts.put("stops", stops);
        facts.put("offers", offers);
        facts.put("draft", draft);
        facts.put("lost", lost(draft, questions, offers));
        facts.put("today", LocalDate.now(clock.withZone(zone)));
        return facts;
    }

    /** What the page shows of one letter, for paper; empty when there is no such letter here. */
    Optional<Map<String, Object>> paper(String task, String letter, Caller caller) {
        Dossier dossier = dossiers.of(task, Language.DUTCH);
        return letters(dossier, caller).stream()
                .filter(one -> one.id().equals(letter))
                .findFirst()
                .map(one -> Map.of(
                        "letter", one,
                        "number", dossier.number(),
                        "person", dossier.person().map(Person::name).orElse(""),
                        "practice", dossier.asked().practiceName()));
    }

    /** What the practice may do now under this code; empty when it may not. */
    Optional<Offer> offer(String task, String code, Language language) {
        return offers(task, language).stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst();
    }

    private List<Letter> letters(Dossier dossier, Caller caller) {
        return Letter.of(dossier, caller.agent(), names, zone);
    }

    private List<Offer> offers(String task, Language language) {
        return Offer.of(server.ask("Task/" + task, "available-actions"), concepts, language);
    }

    private boolean may(String task, String code, Language language) {
        return offer(task, code, language).isPresent();
    }

    private static Words says(Dossier dossier) {
        var standing = dossier.standing();
        return StandingRules.says(new StandingRules.Facts(
                standing.status(),
                standing.progress(),
                dossier.ownerName(),
                dossier.person().map(Person::name).orElse(""),
                dossier.attempts().size(),
                standing.unattendedSince().isPresent(),
                standing.status() == TaskStatus.COMPLETED ? standing.outcome() : standing.reason()));
    }

    /** The number of whoever has it now. */
    private static Optional<Contact> phone(Dossier dossier) {
        return dossier.papers().roles().stream()
                .filter(role -> References.key(role).equals(dossier.owner()))
                .map(PractitionerRole::getTelecom)
                .flatMap(List::stream)
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE && point.hasValue())
                .map(point -> new Contact(Contact.Kind.PHONE, point.getValue(), ""))
                .findFirst();
    }

    /** The text of a form that is not there any more, because somebody else was first; empty as a rule. */
    private static String lost(Draft draft, List<Open> questions, List<Offer> offers) {
        boolean there = draft.deed().equals("answer")
                ? questions.stream()
                        .anyMatch(open -> open.mayAct() && open.about().id().equals(draft.about()))
                : offers.stream().anyMatch(offer -> offer.code().equals(draft.deed()));
        return there ? "" : draft.text();
    }
}
