package nl.wally.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The certificates once more, in a file beside the database, one JSON object a line: a restored backup brings back what was
 * erased after it was made, and only what lies outside it can tell. Random ids and MACs, no personal data.
 */
@Component
class ErasureList {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureList.class);

    private final Optional<Path> file;
    private final ObjectMapper json;

    ErasureList(PrivacyProperties settings, ObjectMapper json) {
        this.file = Optional.ofNullable(settings.erasureList())
                .filter(path -> !path.toString().isBlank());
        this.json = json;
    }

    /**
     * Adds one, and has it on the disk before this returns. What cannot be written is told and added at the next start: the
     * database knows it, and a person's erasure must not fail because of a list.
     */
    synchronized void add(Certificate certificate) {
        add(List.of(certificate));
    }

    private void add(List<Certificate> certificates) {
        file.filter(path -> !certificates.isEmpty()).ifPresent(path -> {
            try {
                append(path, certificates);
            } catch (IOException unwritable) {
                LOG.error(
                        "The list of erasures {} cannot be written: erasure {} and what comes after it is missing there",
                        path,
                        certificates.get(0).id());
            }
        });
    }

    /**
     * All that it holds, the oldest first.
     *
     * @throws UncheckedIOException when it cannot be read: nobody can tell then what must not come back
     */
    synchronized List<Certificate> all() {
        List<Certificate> certificates = new ArrayList<>();
        try {
            for (String line : lines()) {
                read(line).ifPresent(certificates::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of erasures cannot be read: " + file.orElseThrow(), unreadable);
        }
        return certificates;
    }

    /** Adds those that it lacks. */
    synchronized void complete(List<Certificate> certificates) {
        List<Certificate> missing = new ArrayList<>(certificates);
        Set<UUID> known = all().stream().map(Certificate::id).collect(Collectors.toSet());
        missing.removeIf(certificate -> known.contains(certificate.id()));
        add(missing);
    }

    private List<String> lines() throws IOException {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return List.of();
        }
        return Files.readAllLines(file.get()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A crash in the middle of a line leaves a part of one; the database knows it, so the next start adds it again. */
    private Optional<Certificate> read(String line) {
        try {
            return Optional.of(json.readValue(line, Certificate.class));
        } catch (JsonProcessingException torn) {
            LOG.warn("The list of erasures has a line that cannot be read");
            return Optional.empty();
        }
    }

    private void append(Path path, List<Certificate> certificates) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Certificate certificate : certificates) {
                var line =
                        ByteBuffer.wrap(("\n" + json.writeValueAsString(certificate)).getBytes(StandardCharsets.UTF_8));
                // Where the disk is all but full a part is taken without a word; the next piece then says why.
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            }
            channel.force(true);
        }
    }
}
