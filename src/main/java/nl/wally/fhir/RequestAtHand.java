package nl.wally.fhir;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The HTTP request that the current thread serves: what the audit trail must say of it, and nothing that it carries. */
public final class RequestAtHand {
    /** The attribute of a request that tells, as a {@link BooleanSupplier}, whether its client has hung up. */
    public static final String ABANDONED = RequestAtHand.class.getName() + ".abandoned";

    private static final ThreadLocal<RequestAtHand> CURRENT = new ThreadLocal<>();

    private final String id;
    private final @Nullable String correlation;
    private final String address;
    private final BooleanSupplier abandoned;
    private final List<Resource> concerned = new ArrayList<>();
    private boolean writeOnRecord;
    private @Nullable String base;
    private @Nullable Long end;
    private @Nullable String trace;

    private RequestAtHand(String id, @Nullable String correlation, String address, BooleanSupplier abandoned) {
        this.id = id;
        this.correlation = correlation;
        this.address = address;
        this.abandoned = abandoned;
    }

    /**
     * Begins to serve a request on this thread; {@link #end} belongs to it.
     *
     * @param id of this request alone, as its answer carries it
     * @param correlation what the client calls the whole of which it is a part
     * @param address the network address of the client
     * @param abandoned asked on this thread whether the client has hung up
     */
    public static void begin(String id, @Nullable String correlation, String address, BooleanSupplier abandoned) {
        CURRENT.set(new RequestAtHand(id, correlation, address, abandoned));
    }

    /** Has served it. */
    public static void end() {
        CURRENT.remove();
    }

    /** The request that this thread serves; empty when the server does something of itself. */
    public static Optional<RequestAtHand> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** From this moment of {@link System#nanoTime} on it begins nothing new. */
    public void endBefore(long moment) {
        end = moment;
    }

    /**
     * Stops what nobody waits for any more: its time is over, or the client has hung up. Asked before each step up to the
     * commit, and never after it.
     *
     * @throws RefusedException {@link Problem#UNAVAILABLE}; nothing is stored
     */
    public void requireAwaited() {
        if (abandoned.getAsBoolean() || end != null && System.nanoTime() - end > 0) {
            throw new RefusedException(
                    Problem.UNAVAILABLE,
                    "",
                    words(
                            "This took longer than anybody waits for, and was stopped; nothing was stored. Send it again."));
        }
    }

    /** Says of which trace it is a part, and under which parent what comes of it is: a W3C traceparent. */
    public void isPartOf(String traceParent) {
        trace = traceParent;
    }

    /** The W3C traceparent for what comes of it; empty where nobody keeps traces. */
    public Optional<String> trace() {
        return Optional.ofNullable(trace);
    }

    public String id() {
        return id;
    }

    public Optional<String> correlation() {
        return Optional.ofNullable(correlation);
    }

    public String address() {
        return address;
    }

    /** Says what the request is about, where its answer does not; besides what was said before. */
    public void concerns(Resource resource) {
        concerned.add(resource);
    }

    /** What the request is about, where its answer does not say so. */
    public List<Resource> concerned() {
        return List.copyOf(concerned);
    }

    /** Says at which address of {@code /fhir} the client reached this server. */
    public void reached(String address) {
        base = address;
    }

    /** The address of {@code /fhir} as the client reaches it; empty before anything was read of the request. */
    public Optional<String> base() {
        return Optional.ofNullable(base);
    }

    /** Says that what this request wrote is committed, and its record with it. */
    public void writeIsOnRecord() {
        writeOnRecord = true;
    }

    /** Whether what this request wrote is on record already. */
    public boolean isWriteOnRecord() {
        return writeOnRecord;
    }
}
