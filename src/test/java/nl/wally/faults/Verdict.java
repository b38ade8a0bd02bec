package nl.wally.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left of what clients wrote while something was broken (ADR 38).
 *
 * @param acknowledged writes that a client was told to have happened
 * @param again writes that were sent more than once before a client was told so
 * @param lost acknowledged writes that are not there
 * @param doubled writes that are there more than once
 * @param half what is there in part: a referral without one of its members, a Task without its message, its Provenance, its
 *     event or its record, an audit chain that is broken
 * @param unanswered the longest time in which no request succeeded
 * @param unwritten the longest time in which no write was acknowledged
 */
record Verdict(
        int acknowledged,
        int again,
        List<String> lost,
        List<String> doubled,
        List<String> half,
        Duration unanswered,
        Duration unwritten) {
    /** Everything that is wrong. */
    List<String> faults() {
        return Stream.of(
                        lost.stream().map(one -> "LOST: " + one),
                        doubled.stream().map(one -> "DOUBLED: " + one),
                        half.stream().map(one -> "HALF: " + one))
                .flatMap(all -> all)
                .toList();
    }
}
