package nl.wally.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Dossier;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.fhir.InHouse;
import nl.wally.fhir.Referral;
import nl.wally.people.Names;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Gathers what somebody has to do: one search for what is theirs, and one for what they stand in for, if anything. */
@Component
class WorkList {
    private static final String OPEN = "requested,received,accepted,in-progress,on-hold";
    private static final String ENDED = "completed,rejected,failed,cancelled,entered-in-error";

    private static final List<String> ALONG = List.of("Task:focus", "Task:patient");

    private final InHouse house;
    private final Custodies custodies;
    private final Teams teams;
    private final Names names;
    private final Concepts concepts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    WorkList(
            InHouse house,
            Custodies custodies,
            Teams teams,
            Names names,
            Concepts concepts,
            WorkingCalendar calendar,
            Clock clock) {
        this.house = house;
        this.custodies = custodies;
        this.teams = teams;
        this.names = names;
        this.concepts = concepts;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(calendar.zone()).toLocalDate();
    }

    /**
     * A page of what is open: what was promised for the first day comes first.
     *
     * @param place where the page begins, as the one before it says
     * @param most how many of what is theirs, and of what they stand in for, fit on it
     */
    Lines open(Caller caller, Place place, int most, Language language) {
        String me = caller.agent();
        PractitionerRole worker = teams.role(me).orElseGet(PractitionerRole::new);
        List<Line> lines = new ArrayList<>();
        Optional<String> own = Optional.empty();
        if (place.own().isPresent() || place.isFirst()) {
            Bundle page = place.own()
                    .map(this::onwards)
                    .orElseGet(() -> house.search("Task", mine(me, OPEN, "first-contact-due", most)));
            lines.addAll(lines(page, me, worker, language));
            own = next(page);
        }
        Optional<String> others = Optional.empty();
        if (place.others().isPresent() || place.isFirst()) {
            List<String> ids = standingIn(me, place.others().orElse(""));
            if (!ids.isEmpty()) {
                List<String> these = ids.subList(0, Math.min(most, ids.size()));
                lines.addAll(lines(house.search("Task", these(these)), me, worker, language));
                others = Optional.of(these.get(these.size() - 1)).filter(last -> ids.size() > most);
            }
        }
        lines.sort(Comparator.comparing(line -> line.todo().until().orElse(LocalDate.MAX)));
        return new Lines(List.copyOf(lines), place, new Place(own, others));
    }

    /** What has ended, the latest first. */
    Ended ended(Caller caller, Optional<String> from, Language language) {
        String me = caller.agent();
        Bundle page =
                from.map(this::onwards).orElseGet(() -> house.search("Task", mine(me, ENDED, "-_lastUpdated", 20)));
        PractitionerRole worker = teams.role(me).orElseGet(PractitionerRole::new);
        return new Ended(lines(page, me, worker, language), next(page));
    }

    /** @param next where the next page begins; empty when this is the last */
    record Ended(List<Line> lines, Optional<String> next) {}

    private Bundle onwards(String cursor) {
        return house.search("Task", Map.of("_cursor", List.of(cursor)));
    }

    private static Optional<String> next(Bundle page) {
        return Optional.ofNullable(page.getLink("next"))
                .map(link -> link.getUrl().replaceFirst(".*[?&]_cursor=([^&]*).*", "$1"));
    }

    private static Map<String, List<String>> mine(String me, String statuses, String order, int most) {
        return Map.of(
                "owner", List.of(me),
                "status", List.of(statuses),
                "code", List.of(Canonicals.TASK_CODE + "|fulfill"),
                "_include", ALONG,
                "_sort", List.of(order),
                "_count", List.of(String.valueOf(most)));
    }

    private static Map<String, List<String>> these(List<String> ids) {
        return Map.of(
                "_id", List.of(String.join(",", ids)),
                "_include", ALONG,
                "_count", List.of(String.valueOf(ids.size())));
    }

    /**
     * The Tasks of others that this one may act on now, in the order of their ids: their owner is away, late beyond measure,
     * or there is none.
     *
     * @param after the last one that has been shown
     */
    private List<String> standingIn(String me, String after) {
        Instant now = clock.instant();
        Map<String, Boolean> away = new HashMap<>();
        return custodies.openToTakeOver(me).stream()
                .filter(custody -> {
                    Referral referral = custody.referral();
                    return referral.concerns(me)
                            && (referral.escalated()
                                    || away.computeIfAbsent(referral.owner(), owner -> !teams.isPresent(owner, now)));
                })
                .map(Custody::task)
                .map(task -> task.substring("Task/".length()))
                .filter(task -> task.compareTo(after) > 0)
                .sorted()
                .toList();
    }

    private List<Line> lines(Bundle found, String me, PractitionerRole worker, Language language) {
        Map<String, Resource> beside = new LinkedHashMap<>();
        Map<String, String> known = new HashMap<>();
        found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .forEach(resource -> beside.put(References.key(resource), resource));
        return beside.values().stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .map(task -> {
                    String owner = References.key(task.getOwner());
                    String other = owner.equals(me) || owner.isEmpty() ? "" : known.computeIfAbsent(owner, names::of);
                    return line(task, beside, other, worker, language);
                })
                .toList();
    }

    private Line line(
            Task task, Map<String, Resource> beside, String standingInFor, PractitionerRole worker, Language language) {
        String person = beside.get(References.key(task.getFor())) instanceof Patient patient
                ? called(patient.getNameFirstRep())
                : "";
        List<String> areas = beside.get(References.key(task.getFocus())) instanceof ServiceRequest referral
                ? referral.getReasonCode().stream()
                        .flatMap(reason -> Codes.of(reason, Canonicals.SYSTEM_LIFE_AREA).stream())
                        .flatMap(area -> concepts.called(Canonicals.SYSTEM_LIFE_AREA, area, language).stream())
                        .toList()
                : List.of();
        return new Line(
                task.getIdElement().getIdPart(),
                Dossier.numberOf(task),
                person,
                areas,
                task.getPriority() == TaskPriority.URGENT,
                standingInFor,
                todo(task, worker));
    }

    /** What the caller does next with one referral. */
    Todo todo(Task task, Caller caller) {
        return todo(task, teams.role(caller.agent()).orElseGet(PractitionerRole::new));
    }

    private Todo todo(Task task, PractitionerRole worker) {
        var facts = new TodoRules.Facts(
                task.getStatus(),
                Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS).stream()
                        .findFirst()
                        .orElse(""),
                day(task, Canonicals.EXTENSION_OVERDUE),
                day(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE),
                day(task, Canonicals.EXTENSION_RESUME_DATE),
                day(task.getRestriction().getPeriod().getEndElement()));
        return todo(facts, worker);
    }

    /** @param worker in whose working days is counted */
    private Todo todo(TodoRules.Facts facts, PractitionerRole worker) {
        ZoneId zone = calendar.zone();
        return TodoRules.judge(
                facts,
                today(),
                (from, to) -> calendar.workingDaysBetween(
                        from.atStartOfDay(zone).toInstant(),
                        to.atStartOfDay(zone).toInstant(),
                        worker));
    }

    private Optional<LocalDate> day(Task task, String extension) {
        return Optional.ofNullable(task.getExtensionByUrl(extension))
                .map(Extension::getValue)
                .flatMap(this::day);
    }

    private Optional<LocalDate> day(Type value) {
        if (!(value instanceof BaseDateTimeType time) || time.getValue() == null) {
            return Optional.empty();
        }
        return Optional.of(
                time.getValueAsString().length() == 10
                        ? LocalDate.parse(time.getValueAsString())
                        : time.getValue().toInstant().atZone(calendar.zone()).toLocalDate());
    }

    private static String called(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }
}
