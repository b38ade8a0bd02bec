package nl.wally.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.wally.notification.Event;
import nl.wally.notification.EventReader;
import nl.wally.team.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Notes to which referrals something happened. What that was is looked up later, by {@link FactSweep}. */
@Component
class FactReader implements EventReader {
    private final Facts facts;
    private final WorkingCalendar calendar;

    FactReader(Facts facts, WorkingCalendar calendar) {
        this.facts = facts;
        this.calendar = calendar;
    }

    @Override
    public void read(List<Event> events) {
        // In one order, so that nobody waits for somebody who waits for them.
        Map<UUID, Optional<LocalDate>> touched = new TreeMap<>();
        for (Event event : events) {
            if (event.kind() == Event.Kind.CHANGED && event.referral() != null) {
                touched.merge(event.referral(), received(event), (known, later) -> known.or(() -> later));
            }
        }
        facts.mark(touched);
    }

    /** Whatever comes with a referral comes on the same day. */
    private Optional<LocalDate> received(Event event) {
        boolean arrives = event.type().equals("Task")
                && event.fact("created").isPresent()
                && event.fact("code").filter("fulfill"::equals).isPresent();
        return arrives ? Optional.of(event.at().atZone(calendar.zone()).toLocalDate()) : Optional.empty();
    }
}
