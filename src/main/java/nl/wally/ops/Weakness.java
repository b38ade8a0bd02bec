package nl.wally.ops;

/**
 * A setting with which the server must not hold data of real people.
 *
 * @param problem what is wrong, without any secret
 * @param remedy what to do about it
 */
record Weakness(String problem, String remedy) {}
