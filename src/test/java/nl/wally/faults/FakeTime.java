package nl.wally.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of the operating system as a process sees it, moved by libfaketime (Debian: {@code faketime}). The clock that only
 * counts on, by which Java waits, is left alone: that one does not jump on a real machine either.
 */
record FakeTime(Path library, Path offset) {
    /** When it is installed; its offset stands in this file. */
    static Optional<FakeTime> here(Path offset) {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (var found = Files.find(libraries, 4, (path, attributes) -> path.endsWith("faketime/libfaketime.so.1"))) {
            Optional<FakeTime> time = found.findFirst().map(library -> new FakeTime(library, offset));
            time.ifPresent(it -> it.jump(Duration.ZERO));
            return time;
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** What a process needs to go by it. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Within a second it is so much later than it is, or earlier. */
    void jump(Duration by) {
        try {
            Files.writeString(offset, (by.isNegative() ? "" : "+") + by.toSeconds() + "\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
