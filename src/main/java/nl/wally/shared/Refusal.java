package nl.wally.shared;

/**
 * One thing that is refused: which problem, where, and what the client should do about it.
 *
 * @param problem the rule that refuses
 * @param expression FHIRPath of the element concerned, for instance {@code Task.status}; empty when it is the whole request
 * @param explanation for the developer of a client, without any data of a person
 * @param finding what a profile says of it; {@link Finding#NONE} where another rule refuses
 * @param place where in the body it stands, once somebody has looked
 */
public record Refusal(Problem problem, String expression, Words explanation, Finding finding, Place place) {
    public Refusal(Problem problem, String expression, Words explanation) {
        this(problem, expression, explanation, Finding.NONE, Place.UNKNOWN);
    }

    /** A refusal that needs no more words than the problem's own. */
    public static Refusal of(Problem problem, String expression) {
        return new Refusal(problem, expression, problem.words());
    }

    /** The page of the guide that tells more, for instance {@code problems.html#crisis}. */
    public String page() {
        String profile = finding.profile();
        int name = profile.lastIndexOf("/StructureDefinition/waw-");
        return name < 0
                ? "problems.html#" + problem.code()
                : profile.substring(name + 1).replace('/', '-') + ".html";
    }

    /** The same of another element. */
    public Refusal of(String element) {
        return new Refusal(problem, element, explanation, finding, place);
    }

    /** The same, with what a profile says of it. */
    public Refusal with(Finding said) {
        return new Refusal(problem, expression, explanation, said, place);
    }

    /** The same, with where it stands in the body. */
    public Refusal at(Place found) {
        return new Refusal(problem, expression, explanation, finding, found);
    }

    /**
     * The same of a resource inside another, whose own path begins with its type.
     *
     * @param path where the resource stands, for instance {@code Bundle.entry[2].resource}
     */
    public Refusal within(String path) {
        int type = expression.indexOf('.');
        return of(type < 0 ? path : path + expression.substring(type));
    }
}
