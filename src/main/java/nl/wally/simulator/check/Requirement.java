package nl.wally.simulator.check;

/**
 * One thing that a link must show.
 *
 * @param id for instance {@code HIS-03}
 * @param useCase where it comes by, for instance {@code H1}
 * @param page of the guide that tells more, without {@code .html}
 */
record Requirement(String id, String useCase, Level level, Judge judge, String page, Phrase text) {
    /** As RFC 2119 means them. */
    enum Level {
        SHALL,
        SHOULD
    }
}
