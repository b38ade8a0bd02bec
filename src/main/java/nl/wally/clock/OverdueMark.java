package nl.wally.clock;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Since when something promised is overdue, as a Task shows it to everybody who sees it. */
@Component
class OverdueMark {
    private final TeamProperties settings;

    OverdueMark(TeamProperties settings) {
        this.settings = settings;
    }

    static boolean isOn(Task task) {
        return task.hasExtension(Canonicals.EXTENSION_OVERDUE);
    }

    /** The Task itself shows this from now on; nothing when nothing is overdue. */
    void show(Task task, Optional<Instant> since) {
        Extension shown = task.getExtensionByUrl(Canonicals.EXTENSION_OVERDUE);
        if (since.isEmpty()) {
            task.getExtension().remove(shown);
        } else if (shown == null) {
            task.addExtension(Canonicals.EXTENSION_OVERDUE, time(since.get()));
        } else {
            shown.setValue(time(since.get()));
        }
    }

    /** In the zone of the team, to the second. */
    DateTimeType time(Instant moment) {
        return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(settings.zone()));
    }
}
