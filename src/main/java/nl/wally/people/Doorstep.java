package nl.wally.people;

/**
 * A path that is open to everybody, for what comes from another site and proves itself who sent it: a launch from a HIS. A bean
 * of this type in any module opens the door. Forms that arrive there carry no token of ours, so nothing of the session that the
 * browser has already may count there.
 *
 * @param path for instance {@code /launch/jwt}
 */
public record Doorstep(String path) {
    public Doorstep {
        if (!path.startsWith("/") || path.contains("*")) {
            throw new IllegalArgumentException("a doorstep is one path");
        }
    }
}
