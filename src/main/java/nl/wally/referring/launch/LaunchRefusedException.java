package nl.wally.referring.launch;

/** A launch that leads nowhere. The text is a word of ours for the log: never what came in, which may be of a person. */
final class LaunchRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    LaunchRefusedException(Trouble trouble, String why) {
        super(why, null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
