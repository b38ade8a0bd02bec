package nl.wally.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the newest seal is noted outside the database, one line each: its number, the number of records up to there, when it
 * was made, and its hash. Whoever cuts off the end of the log, or puts back an older state, does not know of it or cannot
 * write to it.
 *
 * <p>The hash of a seal covers all seals before it, so that older lines prove nothing which the newest does not. They are
 * taken away when there are many: the file is copied into the backup every minute, and must not grow for years.
 */
final class AnchorFile {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorFile.class);

    /** About ten thousand lines; how many of them stay, for a database that is put back as it was a moment ago. */
    private static final long MANY_BYTES = 1 << 20;

    private static final int STAY = 1_000;

    private final Path path;
    private long shortenedAt = MANY_BYTES;

    AnchorFile(Path path) {
        this.path = path;
    }

    /** Adds a line, and returns when it is on the disk. */
    void add(Seal seal) throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        var anchor = new Anchor(seal.number(), seal.total(), seal.sealedAt().toString(), seal.hash());
        long size = write(path, anchor.line(), StandardOpenOption.APPEND);
        if (size > shortenedAt) {
            shortenedAt = shorten() ? MANY_BYTES : size + MANY_BYTES;
        }
    }

    /** Says whether it could; if not, the longer file is as good. */
    private boolean shorten() {
        Path shorter = path.resolveSibling(path.getFileName() + ".shorter");
        try {
            Runs before = new Runs();
            Deque<Anchor> newest = new ArrayDeque<>();
            try (Stream<Anchor> all = anchors()) {
                all.forEach(next -> {
                    newest.add(next);
                    if (newest.size() > STAY) {
                        before.add(newest.remove());
                    }
                });
            }
            String lines = Stream.concat(before.all.stream().flatMap(Run::turns), newest.stream())
                    .map(Anchor::line)
                    .collect(Collectors.joining());
            write(shorter, lines, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(shorter, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.warn(
                    "The anchor of the audit trail is long and cannot be made shorter: {}",
                    failure.getClass().getSimpleName());
            return false;
        }
    }

    /** Returns when it is on the disk, with the size of the whole file. */
    private static long write(Path target, String text, StandardOpenOption how) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            for (var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
            file.force(true);
            return file.size();
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
        Runs runs = new Runs();
        try (Stream<Anchor> all = anchors()) {
            all.forEach(runs::add);
        }
        return runs.all.stream().map(Run::last).toList();
    }

    private Stream<Anchor> anchors() throws IOException {
        return Files.lines(path, StandardCharsets.US_ASCII)
                .map(line -> line.split(" "))
                .filter(parts -> parts.length == 4 && parts[3].length() == 64)
                .map(parts -> new Anchor(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        parts[2],
                        HexFormat.of().parseHex(parts[3])));
    }

    private static final class Runs {
        private final List<Run> all = new ArrayList<>();

        void add(Anchor next) {
            int newest = all.size() - 1;
            if (newest >= 0 && next.seal() > all.get(newest).last().seal()) {
                all.set(newest, new Run(all.get(newest).first(), next));
            } else {
                all.add(new Run(next, next));
            }
        }
    }

    /** Seals that rise. */
    private record Run(Anchor first, Anchor last) {
        /**
         * The lines by which it is a run of its own in a shorter file as well: without its first, one that has come further than
         * the run before would look as if it went on with that, and what that proves would be forgotten.
         */
        Stream<Anchor> turns() {
            return first == last ? Stream.of(last) : Stream.of(first, last);
        }
    }

    /**
     * One line.
     *
     * @param seal the number of the seal
     * @param total how many records were sealed up to there
     * @param sealedAt when it was made
     */
    record Anchor(long seal, long total, String sealedAt, byte[] hash) {
        /** Begins with the end of the line before it: what a crash tore off must not spoil this one. */
        private String line() {
            return "\n" + seal + " " + total + " " + sealedAt + " "
                    + HexFormat.of().formatHex(hash);
        }
    }
}
