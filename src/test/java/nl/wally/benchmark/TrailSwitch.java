package nl.wally.benchmark;

import nl.wally.fhir.Trail;
import nl.wally.shared.Occurrence;

/** Turns recording off, which no setting of the server can: to measure what it costs. */
final class TrailSwitch implements Trail {
    private final Trail trail;
    private volatile boolean on = true;

    TrailSwitch(Trail trail) {
        this.trail = trail;
    }

    void turn(boolean wanted) {
        on = wanted;
    }

    @Override
    public void note(Occurrence what) {
        if (on) {
            trail.note(what);
        }
    }
}
