package nl.wally.notification;

import java.time.Instant;

/**
 * A message to be.
 *
 * @param about the resource that it is about, as {@code Type/id}: when that is erased the message goes with it, and only its
 *     number stays; empty when it is about no resource
 * @param payload what the courier needs to know, as JSON: codes and references, never content
 * @param from from when on it may be sent
 */
public record Outgoing(Receiver receiver, String about, String payload, Instant from) {}
