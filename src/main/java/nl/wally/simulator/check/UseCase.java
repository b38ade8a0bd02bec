package nl.wally.simulator.check;

/**
 * One thing to play.
 *
 * @param id for instance {@code H1}
 * @param client what the client under test does
 * @param simulator what the simulator does meanwhile
 */
record UseCase(String id, Phrase title, Phrase client, Phrase simulator) {}
