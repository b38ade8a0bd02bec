package nl.wally.notification;

/**
 * A message to be. When it goes is up to its courier, see {@link Outcome.Waiting}.
 *
 * @param about the resource that it is about, as {@code Type/id}: when that is erased the message goes with it, and only its
 *     number stays; empty when it is about no resource
 * @param payload what the courier needs to know, as JSON: codes and references, never content
 */
public record Outgoing(Receiver receiver, String about, String payload) {}
