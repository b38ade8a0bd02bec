package nl.wally.notification;

/**
 * How many may be delivered to next. Receivers that fail or are slow get at most a quarter of the places, so that they never
 * fill all of them, however many they are; of what is free they come first, so that they never starve either.
 *
 * @param places to how many receivers a node delivers at a time
 */
record ShareRules(int places) {
    /** How many more that fail or are slow, while so many of both are under way. */
    int troubled(int well, int troubled) {
        return Math.max(0, Math.min(places - well - troubled, places / 4 - troubled));
    }

    /** How many more that are well. */
    int well(int well, int troubled) {
        return Math.max(0, places - well - troubled);
    }
}
