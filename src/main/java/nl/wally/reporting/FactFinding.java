package nl.wally.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Store;
import nl.wally.reporting.Facts.Stale;
import nl.wally.shared.Codes;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what is counted of a referral, in what is stored of it now. */
@Component
class FactFinding {
    private final Store store;
    private final WorkingCalendar calendar;

    FactFinding(Store store, WorkingCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /** Empty when it is gone, or was a mistake. */
    Optional<Fact> find(Stale stale) {
        String reference = "Task/" + stale.task();
        @Nullable String organization = stale.organization();
        @Nullable String practice = stale.practice();
        Optional<Task> task = store.read(reference, Task.class);
        if (task.isEmpty() || organization == null || practice == null || isMistake(task.get())) {
            return Optional.empty();
        }
        List<Communication> said = parts(stale, Communication.class)
                .sorted(Comparator.comparing(Communication::getSent, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<Communication> tries = of(said, "contact-attempt");
        List<Communication> letters = of(said, "final-feedback");
        return Optional.of(new Fact(
                stale.task(),
                Objects.requireNonNullElseGet(stale.received(), () -> received(reference)),
                organization,
                practice,
                parts(stale, ServiceRequest.class)
                        .flatMap(FactFinding::areas)
                        .findFirst()
                        .orElse(null),
                task.get().getStatus().toCode(),
                outcome(task.get()).orElse(null),
                day(tries.stream()),
                day(tries.stream().filter(FactFinding::isReached)),
                day(letters.stream()),
                letters.stream().anyMatch(Communication::hasReceived),
                letters.stream().anyMatch(letter -> letter.hasExtension(Canonicals.EXTENSION_READ))));
    }

    private static boolean isMistake(Task task) {
        return task.getStatus() == Task.TaskStatus.ENTEREDINERROR;
    }

    private <T extends org.hl7.fhir.r4.model.Resource> Stream<T> parts(Stale stale, Class<T> type) {
        return stale.parts().stream().flatMap(reference -> store.read(reference, type).stream());
    }

    private static List<Communication> of(List<Communication> said, String category) {
        return said.stream()
                .filter(one -> Codes.anyHas(one.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category))
                .filter(one -> one.getStatus() == Communication.CommunicationStatus.COMPLETED)
                .toList();
    }

    private static boolean isReached(Communication attempt) {
        Extension result = attempt.getExtensionByUrl(Canonicals.EXTENSION_CONTACT_RESULT);
        return result != null
                && result.getValue() instanceof CodeableConcept concept
                && Codes.has(concept, Canonicals.SYSTEM_CONTACT_RESULT, "reached");
    }

    private static Stream<String> areas(ServiceRequest referral) {
        return referral.getReasonCode().stream()
                .flatMap(reason -> Codes.of(reason, Canonicals.SYSTEM_LIFE_AREA).stream());
    }

    private static Optional<String> outcome(Task task) {
        return task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .map(output -> output.getValue())
                .filter(CodeableConcept.class::isInstance)
                .flatMap(value -> Codes.of((CodeableConcept) value, Canonicals.SYSTEM_OUTCOME).stream())
                .findFirst();
    }

    /** Of the first of them. */
    private @Nullable LocalDate day(Stream<Communication> sorted) {
        return sorted.map(Communication::getSent)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .map(this::day)
                .findFirst()
                .orElse(null);
    }

    /** Of referrals from before this was noted. */
    private LocalDate received(String task) {
        return store.readExactly(new IdType(task + "/_history/1"))
                .map(first -> day(first.getMeta().getLastUpdated().toInstant()))
                .orElseThrow(() -> new IllegalStateException("a Task has a first version"));
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }
}
