package nl.wally.simulator;

/**
 * A part of the demo region. Parts are loaded in the order of their {@code @Order}; loading one that is already there
 * changes nothing, so that a start that was cut off is made good by the next.
 */
interface DemoPart {
    void load();
}
