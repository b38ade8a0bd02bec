package nl.wally.worklist;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Deed;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.dossier.Question;
import nl.wally.dossier.StopRequest;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.people.Room;
import nl.wally.shared.Caller;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Gathers all that the page of one referral shows, and has done what somebody does there. */
@Component
class Workbench {
    private final InHouse house;
    private final Dossiers dossiers;
    private final WorkList list;
    private final Concepts concepts;
    private final Names names;
    private final Clock clock;
    private final List<Annex> annexes;

    Workbench(
            InHouse house,
            Dossiers dossiers,
            WorkList list,
            Concepts concepts,
            Names names,
            Clock clock,
            List<Room> rooms) {
        this.house = house;
        this.dossiers = dossiers;
        this.list = list;
        this.concepts = concepts;
        this.names = names;
        this.clock = clock;
        this.annexes = Annex.among(rooms);
    }

    /**
     * What lies before somebody who works on a referral.
     *
     * @param mine whether the reader has it, and does not stand in
     * @param titles what the deeds are called, by their code
     * @param choices what everything else is called that can be chosen, by its code
     */
    record Bench(
            Dossier dossier,
            Todo todo,
            boolean mine,
            Deeds deeds,
            List<Annex> annexes,
            Agreements agreements,
            Map<String, String> titles,
            Map<String, String> choices) {}

    /**
     * The referral as the caller sees it. That the owner has opened it is the read receipt of the GP, and is told at the first
     * time.
     */
    Dossier open(String task, Caller caller, Language language) {
        Dossier dossier = dossiers.of(task, language);
        return dossier.standing().status() == TaskStatus.REQUESTED
                        && dossier.owner().equals(caller.agent())
                        && received(dossier.task())
                ? dossiers.of(task, language)
                : dossier;
    }

    private boolean received(Task task) {
        try {
            house.update(task.setStatus(TaskStatus.RECEIVED));
            return true;
        } catch (RefusedException somebodyElseWasFirst) {
            return false;
        }
    }

    /** What the caller may do now with the referral, and with what stands open beside it. */
    Deeds deeds(Dossier dossier) {
        Stream<String> open = Stream.concat(
                dossier.stops().stream().filter(StopRequest::isOpen).map(StopRequest::id),
                dossier.questions().stream().filter(Question::isOpen).map(Question::id));
        return new Deeds(
                dossier.standing().status(),
                dossiers.deeds(dossier.id()),
                open.collect(Collectors.toMap(Function.identity(), dossiers::deeds)));
    }

    Bench lay(Dossier dossier, Deeds deeds, Caller caller, Language language) {
        Map<String, String> choices = new HashMap<>();
        deeds.successors().forEach(person -> choices.put(person, names.of(person)));
        choices.putAll(called(Canonicals.SYSTEM_BUSINESS_STATUS, deeds.progress(), language));
        deeds.hold()
                .ifPresent(hold -> choices.putAll(called(Canonicals.SYSTEM_STATUS_REASON, hold.reasons(), language)));
        return new Bench(
                dossier,
                list.todo(dossier.task(), caller),
                dossier.owner().equals(caller.agent()),
                deeds,
                annexes,
                agreements(dossier.asked().practice()),
                called(Canonicals.SYSTEM_ACTION, deeds.codes(), language),
                choices);
    }

    /** Does it, as one transaction, with the versions that the form names. */
    void act(Dossier dossier, Deed deed, Form form, Caller caller) {
        Writing.Writer writer = new Writing.Writer(caller.agent(), names.of(caller.agent()));
        house.transact(Writing.of(dossier, deed, form, writer, clock.instant()));
    }

    private Map<String, String> called(String system, List<String> codes, Language language) {
        return codes.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> concepts.called(system, code, language).orElse(code)));
    }

    private Agreements agreements(String practice) {
        Bundle found = house.search(
                "CareTeam", Map.of("managing-organization", List.of(practice), "status", List.of("active")));
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(CareTeam.class::isInstance)
                .map(team -> Agreements.of((CareTeam) team))
                .filter(agreed -> !agreed.isEmpty())
                .findFirst()
                .orElse(Agreements.NONE);
    }
}
