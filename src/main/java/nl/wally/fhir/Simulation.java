package nl.wally.fhir;

import java.util.List;
import nl.wally.shared.Caller;

/**
 * Plays what senders ask for who try out their link: an answer that is given without a cause, or one that comes late. Only
 * a server for practice has one; without, a message with a cue is refused.
 */
public interface Simulation {
    /** Whether this caller practises here; anybody else is treated as if there were no simulation. */
    boolean isFor(Caller caller);

    /**
     * Plays what the cues of one request ask for. It is called before anything of the request was judged, read or stored,
     * and outside any transaction.
     *
     * @param cues never empty
     * @param newReferral whether they stand in a transaction that creates a ServiceRequest
     * @throws nl.wally.shared.RefusedException the refusal that is asked for, or one of a cue that cannot be played
     */
    void play(List<Cue> cues, boolean newReferral);

    /** Throws what {@link #play} would throw, at once. */
    void foretell(List<Cue> cues, boolean newReferral);

    /**
     * A word that asks for something to be played.
     *
     * @param code a code of {@code waw-simulation}, if the sender did not err
     * @param expression the element that carries it, as FHIRPath; empty when it came in the header
     */
    record Cue(String code, String expression) {}
}
