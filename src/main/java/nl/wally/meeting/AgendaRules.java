package nl.wally.meeting;

import java.util.EnumSet;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What there is to discuss of a referral at a meeting (W-11): by how it stands, never by what somebody wrote. */
final class AgendaRules {
    private static final Set<String> WAITING =
            Set.of("awaiting-information", "waitlisted", "awaiting-third-party", "client-unavailable");

    private AgendaRules() {}

    /** The points, at least one, in their order. */
    static Set<AgendaPoint> points(Task task, boolean open) {
        if (!open) {
            return EnumSet.of(AgendaPoint.ENDED);
        }
        Set<AgendaPoint> points = EnumSet.noneOf(AgendaPoint.class);
        if (task.hasExtension(Canonicals.EXTENSION_OVERDUE)) {
            points.add(AgendaPoint.OVERDUE);
        }
        if (task.hasExtension(Canonicals.EXTENSION_UNATTENDED)) {
            points.add(AgendaPoint.UNATTENDED);
        }
        var progress = Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS);
        if (progress.contains("cancellation-requested")) {
            points.add(AgendaPoint.STOP_ASKED);
        }
        if (task.getStatus() == TaskStatus.ONHOLD || progress.stream().anyMatch(WAITING::contains)) {
            points.add(AgendaPoint.WAITING);
        } else if (task.getStatus() == TaskStatus.INPROGRESS) {
            points.add(AgendaPoint.UNDER_WAY);
        } else {
            points.add(AgendaPoint.NOT_BEGUN);
        }
        return points;
    }
}
