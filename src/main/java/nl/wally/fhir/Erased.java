package nl.wally.fhir;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an erasure took away.
 *
 * @param resources how many resources, by type
 * @param rows how many rows, by table
 * @param senderKeys what is left of the senders' own numbers, in hexadecimal: enough to recognise them, no more
 */
public record Erased(Map<String, Integer> resources, Map<String, Integer> rows, List<String> senderKeys) {
    public Erased {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        senderKeys = List.copyOf(senderKeys);
    }

    static String written(byte[] mac) {
        return HexFormat.of().formatHex(mac);
    }
}
