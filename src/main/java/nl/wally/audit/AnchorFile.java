package nl.wally.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the newest seal is noted outside the database, one line each: its number, the number of records up to there, when it
 * was made, and its hash. Whoever cuts off the end of the log, or puts back an older state, does not know of it or cannot
 * write to it.
 */
final class AnchorFile {
    private final Path path;

    AnchorFile(Path path) {
        this.path = path;
    }

    /** Adds a line, and returns when it is on the disk. */
    void add(Seal seal) throws IOException {
        // What a crash tore off must not spoil this line.
        String line = "\n" + seal.number() + " " + seal.total() + " " + seal.sealedAt() + " "
                + HexFormat.of().formatHex(seal.hash());
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /**
     * The last of each run that rises, in the order in which they were added: its hash covers all seals before it. A run ends
     * where a server went on from an older state. A line that was not finished is left out.
     */
    List<Anchor> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<Anchor> ends = new ArrayList<>();
        try (Stream<String> lines = Files.lines(path, StandardCharsets.US_ASCII)) {
            lines.map(line -> line.split(" "))
                    .filter(parts -> parts.length == 4 && parts[3].length() == 64)
                    .map(parts -> new Anchor(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            parts[2],
                            HexFormat.of().parseHex(parts[3])))
                    .forEach(next -> {
                        if (!ends.isEmpty()
                                && next.seal() > ends.get(ends.size() - 1).seal()) {
                            ends.remove(ends.size() - 1);
                        }
                        ends.add(next);
                    });
        }
        return ends;
    }

    /**
     * One line.
     *
     * @param seal the number of the seal
     * @param total how many records were sealed up to there
     * @param sealedAt when it was made
     */
    record Anchor(long seal, long total, String sealedAt, byte[] hash) {}
}
