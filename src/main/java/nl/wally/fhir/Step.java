package nl.wally.fhir;

/** One thing that happens to every write at its stage. A step is thin: it reads, calls a rule, and turns a refusal into a problem. */
public interface Step {
    /** When it happens. */
    Stage stage();

    /**
     * Does it.
     *
     * @throws nl.wally.shared.RefusedException when the write is refused; everything is rolled back
     */
    void run(Submission submission);
}
