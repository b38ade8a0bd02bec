package nl.wally.access;

import nl.wally.shared.Caller.Capacity;

/**
 * One cell of {@link RightsTable}: this role may do this with resources of this type of which the condition holds.
 *
 * @param shown how much of them it sees; of writes and operations, whose answers are read, the same as of a read
 */
public record Right(Capacity role, String resource, Interaction interaction, Condition condition, Shown shown) {}
