package nl.wally.ops.watching;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/**
 * Whether requests are to be sent to this node: after the migrations, the warm-up and all else that belongs to a start,
 * while the database answers, and until a stop begins.
 */
record Readiness(ApplicationAvailability availability, Pulse pulse) {
    boolean isReady() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && pulse.beats();
    }
}
