package nl.wally.team;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who belongs to a practice's team at one moment (W-1). Each is a reference such as {@code PractitionerRole/wally-1};
 * empty is a gap.
 *
 * @param coordination the organisation whose coordinator looks after the team
 */
public record CurrentTeam(
        Optional<String> contact,
        Optional<String> substitute,
        Optional<String> coach,
        Optional<String> coordination,
        WayOfWorking wayOfWorking) {
    /** Contact, substitute and coach. */
    public Set<String> members() {
        return Stream.of(contact, substitute, coach).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
