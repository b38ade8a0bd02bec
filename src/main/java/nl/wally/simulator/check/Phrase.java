package nl.wally.simulator.check;

/**
 * What a person reads, in both languages.
 *
 * @param dutch for people in the Netherlands
 * @param english for developers everywhere
 */
record Phrase(String dutch, String english) {
    String in(boolean dutchWanted) {
        return dutchWanted ? dutch : english;
    }
}
