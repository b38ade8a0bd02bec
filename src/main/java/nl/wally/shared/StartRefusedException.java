package nl.wally.shared;

/**
 * The server cannot start and a person must do something first. The one paragraph says what is wrong and what to do; it
 * is printed instead of a stack trace.
 */
public class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param problem what is wrong, one or two sentences, without any password
     * @param remedy what to do about it, one or two sentences
     */
    public StartRefusedException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** As the other constructor, keeping the cause for a debug log. */
    public StartRefusedException(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
