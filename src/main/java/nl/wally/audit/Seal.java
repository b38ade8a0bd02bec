package nl.wally.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One link of the chain.
 *
 * @param number counts from 1, without a gap
 * @param sealedAt when, to the microsecond
 * @param records the numbers of the records that it covers, in the order in which its hash does
 * @param total how many records this one and all before it cover
 * @param keyId the name of the key
 * @param hash the MAC of all of this, the hash of the seal before, and the MACs of the records
 */
record Seal(long number, Instant sealedAt, List<Long> records, long total, String keyId, byte[] hash) {
    static final String COLUMNS = "number, sealed_at, records, total, key_id, hash";

    /** Before the first. */
    static final Seal NONE = new Seal(0, Instant.EPOCH, List.of(), 0, "", new byte[0]);

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getTimestamp("sealed_at").toInstant(),
                List.of((Long[]) row.getArray("records").getArray()),
                row.getLong("total"),
                row.getString("key_id"),
                row.getBytes("hash"));
    }

    /** The next one, over these records; {@code macs} are theirs, in the same order. */
    Seal next(Instant now, List<Long> numbers, List<byte[]> macs, Keys keys) {
        Seal unsigned = new Seal(number + 1, now, numbers, total + numbers.size(), keys.newest(), new byte[0]);
        return new Seal(
                unsigned.number,
                unsigned.sealedAt,
                unsigned.records,
                unsigned.total,
                unsigned.keyId,
                keys.sign(unsigned.covered(hash, macs)));
    }

    /** Whether this is what the server made after that one, over records with these MACs. */
    boolean follows(Seal previous, List<byte[]> macs, Keys keys) {
        return keys.verify(keyId, hash, covered(previous.hash, macs));
    }

    private byte[][] covered(byte[] previousHash, List<byte[]> macs) {
        long[] numbers = LongStream.concat(
                        LongStream.of(number, Timestamp.from(sealedAt).getTime(), total),
                        records.stream().mapToLong(Long::longValue))
                .toArray();
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES * numbers.length);
        head.asLongBuffer().put(numbers);
        byte[][] parts = new byte[macs.size() + 2][];
        parts[0] = previousHash;
        parts[1] = head.array();
        for (int index = 0; index < macs.size(); index++) {
            parts[index + 2] = macs.get(index);
        }
        return parts;
    }
}
