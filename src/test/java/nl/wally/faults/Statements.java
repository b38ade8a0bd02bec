package nl.wally.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What one connection asks of PostgreSQL: just enough of the frontend's half of the protocol, version 3, to know when it
 * commits and what it has run until then. A driver sends COMMIT as a simple query, or prepares it once and only binds it
 * from then on. A statement on its own, which commits by itself, is no COMMIT here.
 *
 * @see <a href="https://www.postgresql.org/docs/18/protocol-message-formats.html">Message formats</a>
 */
final class Statements {
    private static final int TYPE_AND_LENGTH = 5;

    private final Map<String, String> prepared = new HashMap<>();
    private Set<String> transaction = new HashSet<>();

    /** The SQL of the transaction that this message commits; empty when it commits none. */
    Set<String> committedBy(byte[] message) {
        ByteBuffer rest = ByteBuffer.wrap(message);
        if (message[0] == 'Q') {
            return run(text(rest.position(TYPE_AND_LENGTH)));
        }
        if (message[0] == 'P') {
            prepared.put(text(rest.position(TYPE_AND_LENGTH)), text(rest));
        } else if (message[0] == 'B') {
            text(rest.position(TYPE_AND_LENGTH));
            return run(prepared.getOrDefault(text(rest), ""));
        }
        return Set.of();
    }

    private Set<String> run(String sql) {
        transaction.add(sql);
        String word = sql.strip().toUpperCase(Locale.ROOT);
        if (!word.startsWith("COMMIT") && !word.startsWith("ROLLBACK")) {
            return Set.of();
        }
        Set<String> ended = transaction;
        transaction = new HashSet<>();
        return word.startsWith("COMMIT") ? ended : Set.of();
    }

    /** As C writes it, with a zero at the end. */
    private static String text(ByteBuffer rest) {
        int start = rest.position();
        while (rest.get() != 0) {
            // On to the end.
        }
        return new String(rest.array(), start, rest.position() - start - 1, StandardCharsets.UTF_8);
    }
}
