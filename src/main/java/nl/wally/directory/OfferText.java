package nl.wally.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * An offer in words, as it stands in a form or in a line of CSV.
 *
 * @param cells what is said in which column, without space around it; columns that are missing say nothing at all, which is
 *     not the same as saying that there is nothing
 */
record OfferText(Map<Column, String> cells) {
    OfferText {
        Map<Column, String> tidy = new EnumMap<>(Column.class);
        cells.forEach((column, text) ->
                tidy.put(column, text.replace("\r\n", "\n").replace('\r', '\n').strip()));
        cells = Collections.unmodifiableMap(tidy);
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    String at(Column column) {
        return cells.getOrDefault(column, "");
    }

    OfferText with(Column column, String text) {
        Map<Column, String> more = new EnumMap<>(Column.class);
        more.putAll(cells);
        more.put(column, text);
        return new OfferText(more);
    }
}
