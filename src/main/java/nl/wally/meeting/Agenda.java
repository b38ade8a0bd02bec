package nl.wally.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.fhir.InstanceOperation;
import nl.wally.fhir.Referral;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code GET Appointment/{id}/$agenda}: what practice and Wally have to discuss (W-11). It is asked of a meeting and not of the
 * team, for what has ended since depends on which meeting it is. Each caller gets what it may see anyway, as it sees it; where
 * the person no longer permits sharing there is nothing to discuss.
 */
@Component
class Agenda implements InstanceOperation {
    /** Before the first meeting: a quarter. */
    private static final Duration WITHOUT_EARLIER = Duration.ofDays(92);

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Custodies custodies;
    private final Meetings meetings;
    private final Store store;
    private final Sight sight;
    private final Clock clock;

    Agenda(Custodies custodies, Meetings meetings, Store store, Sight sight, Clock clock) {
        this.custodies = custodies;
        this.meetings = meetings;
        this.store = store;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public Parameters answer(Caller caller, Resource resource, List<Referral> referrals) {
        Appointment meeting = (Appointment) resource;
        List<Custody> concerned = custodies.ofPractice(MeetingRules.practice(meeting), since(meeting)).stream()
                .filter(custody -> !custody.referral().withdrawn())
                .toList();
        List<AgendaItem> items = new ArrayList<>(items(caller, concerned));
        items.sort(Comparator.comparing(AgendaItem::first)
                .thenComparing(item -> item.task().getAuthoredOn()));
        Parameters answer = new Parameters();
        items.forEach(item -> item.put(answer, clock.instant()));
        return answer;
    }

    /** A meeting may be entered of any time; what ended long ago is discussed no more. */
    private Instant since(Appointment meeting) {
        Date start = meeting.getStart();
        List<Appointment> earlier = meetings.of(MeetingRules.practice(meeting)).stream()
                .filter(other -> other.hasStart() && other.getStart().before(start))
                .toList();
        Instant since = DueRules.lastHeld(earlier)
                .map(last -> last.getStart().toInstant())
                .orElseGet(() -> start.toInstant().minus(WITHOUT_EARLIER));
        Instant longest = clock.instant().minus(LONGEST);
        return since.isBefore(longest) ? longest : since;
    }

    /** Tasks and requests are read all at once: a practice may have many. */
    private List<AgendaItem> items(Caller caller, List<Custody> custodies) {
        Map<String, Resource> tasks =
                store.read(custodies.stream().map(Custody::task).toList());
        Map<Referral, Task> seen = new LinkedHashMap<>();
        for (Custody custody : custodies) {
            seen(caller, custody.referral(), tasks.get(custody.task()))
                    .ifPresent(task -> seen.put(custody.referral(), (Task) task));
        }
        Map<String, Resource> requests = store.read(seen.values().stream()
                .map(task -> References.key(task.getFocus()))
                .toList());
        return seen.entrySet().stream()
                .map(one -> item(caller, one.getKey(), one.getValue(), requests))
                .toList();
    }

    private AgendaItem item(Caller caller, Referral referral, Task task, Map<String, Resource> requests) {
        return new AgendaItem(
                referral.number(),
                task,
                areas(seen(caller, referral, requests.get(References.key(task.getFocus())))),
                Optional.ofNullable(referral.endedAt()),
                AgendaRules.points(task, referral.isOpen()));
    }

    private static List<Coding> areas(Optional<Resource> request) {
        return request.map(ServiceRequest.class::cast)
                .map(asked -> asked.getReasonCode().stream()
                        .flatMap(reason -> reason.getCoding().stream())
                        .filter(coding -> Canonicals.SYSTEM_LIFE_AREA.equals(coding.getSystem()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Resource> seen(Caller caller, Referral referral, @Nullable Resource stored) {
        return Optional.ofNullable(stored)
                .filter(resource -> sight.maySee(caller, resource, List.of(referral))
                        && sight.covers(caller, resource, Action.READ))
                .map(resource -> sight.show(caller, List.of(resource)).get(0))
                .map(Agenda::onRecord);
    }

    /** Whoever gets the agenda learns of each of these. */
    private static Resource onRecord(Resource shown) {
        RequestAtHand.current().ifPresent(request -> request.concerns(shown));
        return shown;
    }

    /** What is said of one referral. */
    record AgendaItem(String number, Task task, List<Coding> areas, Optional<Instant> ended, Set<AgendaPoint> points) {
        AgendaPoint first() {
            return points.iterator().next();
        }

        void put(Parameters answer, Instant now) {
            AgendaPart.add(this, answer.addParameter().setName("referral"), now);
        }
    }
}
