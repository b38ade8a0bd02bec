package nl.wally.fhir;

import java.util.Map;
import java.util.Optional;

/**
 * Traces (OpenTelemetry) of what the server sends to others. Whoever begins a part says what it is in codes of ours: a trace
 * is read by people who may not see a referral.
 */
public interface Traces {
    /** Where nobody keeps traces. */
    Traces NONE = (what, cause) -> Part.UNTRACED;

    /**
     * Begins a part.
     *
     * @param what by which everything of its kind is known, for instance {@code mail}
     * @param cause the W3C traceparent of what it comes of; without, it begins a trace of its own
     */
    Part begin(String what, Optional<String> cause);

    /** Something that takes its time. Any thread may end it. */
    interface Part {
        Part UNTRACED = new Part() {
            @Override
            public Map<String, String> headers() {
                return Map.of();
            }

            @Override
            public void end(String outcome, boolean well) {
                // Nobody keeps it.
            }
        };

        /** What a receiver is told, so that its own part belongs to the same trace; by name. */
        Map<String, String> headers();

        /**
         * Has ended.
         *
         * @param outcome in a code
         * @param well whether it is as it should be
         */
        void end(String outcome, boolean well);
    }
}
