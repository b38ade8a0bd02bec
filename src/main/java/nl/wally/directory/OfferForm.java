package nl.wally.directory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Words;

/**
 * The form in which a coordinator says what is offered, as it was filled in.
 *
 * @param id of the offer; empty for a new one
 * @param version which the coordinator has seen; empty for a new one
 * @param newProvider whether the provider is an organisation that does not exist yet, and has to be made
 */
record OfferForm(String id, String version, OfferText text, boolean newProvider) {
    private static final String SAME_NAME = ", ";

    /** From the fields of a request. */
    static OfferForm of(String id, Map<String, String[]> fields) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Optional.ofNullable(fields.get(column.field()))
                    .ifPresent(values -> cells.put(column, String.join(SAME_NAME, values)));
        }
        // No box is ticked, and none is sent.
        cells.putIfAbsent(Column.AREAS, "");
        // These are no fields of the form: the key is the file's, and an offer ends by a button of its own.
        cells.remove(Column.KEY);
        cells.remove(Column.ACTIVE);
        return new OfferForm(
                id,
                fields.getOrDefault("version", new String[] {""})[0],
                new OfferText(cells),
                fields.containsKey("newprovider"));
    }

    /** What each field holds, for the template. */
    public Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        for (Column column : Column.values()) {
            fields.put(column.field(), text.at(column));
        }
        return fields;
    }

    public List<String> areas() {
        return List.of(text.at(Column.AREAS).split(SAME_NAME));
    }

    static Map<String, Words> byField(List<Fault> faults) {
        Map<String, Words> reasons = new HashMap<>();
        faults.forEach(fault -> reasons.putIfAbsent(fault.column().field(), fault.reason()));
        return reasons;
    }
}
