package nl.wally.shared;

/**
 * Where in the body that was sent something stands.
 *
 * @param line from 1; 0 when unknown
 * @param column from 1; 0 when unknown
 */
public record Place(int line, int column) {
    public static final Place UNKNOWN = new Place(0, 0);

    public boolean isKnown() {
        return line > 0;
    }
}
