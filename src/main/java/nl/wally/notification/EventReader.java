package nl.wally.notification;

import java.util.List;

/**
 * Who passes events on to its own kind of receivers. Beans of this type are given each event exactly once, on one node at a
 * time and in the order in which the events of a resource happened.
 */
public interface EventReader {
    /**
     * Puts down what has to be sent because of these, in the transaction in which they are taken from {@link Events}:
     * it sends nothing itself.
     */
    void read(List<Event> events);
}
