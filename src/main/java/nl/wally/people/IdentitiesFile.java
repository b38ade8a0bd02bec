package nl.wally.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.StartRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The operator's file that says who may sign in, and as whom. It is taken whole or not at all: a file with a mistake stops the
 * start and, when it comes later, leaves everything as it was.
 */
class IdentitiesFile implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(IdentitiesFile.class);
    private static final String SOURCE = "file";
    private static final JsonMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Positions positions;
    private final Optional<Path> file;
    private String seen = "";

    IdentitiesFile(Positions positions, Optional<Path> file) {
        this.positions = positions;
        this.file = file;
    }

    /**
     * Reads it for the first time. Without a file nobody has a position by it.
     *
     * @throws StartRefusedException when it cannot be read or has a mistake
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (file.isEmpty()) {
            positions.keep(SOURCE, Set.of());
            return;
        }
        try {
            seen = text(file.get());
            positions.keep(SOURCE, parse(seen));
        } catch (BrokenException broken) {
            throw new StartRefusedException(
                    "wally.people.identities-file cannot be used: " + broken.getMessage() + ".",
                    "Mend the file: docs/sign-in.md shows what it looks like.");
        }
    }

    /** Takes over what has changed since, if anything has. */
    void look() {
        if (file.isEmpty()) {
            return;
        }
        try {
            String now = text(file.get());
            if (!now.equals(seen)) {
                take(now);
            }
        } catch (BrokenException broken) {
            LOG.error("The identities stay as they were: {}", broken.getMessage());
        } catch (DataAccessException | TransactionException away) {
            // Nothing is noted as seen: the next look tries again.
            LOG.warn("Identities cannot be kept now: {}", away.getClass().getSimpleName());
        }
    }

    private void take(String text) throws BrokenException {
        Set<Position> read;
        try {
            read = parse(text);
        } catch (BrokenException broken) {
            // Said once, not at each look.
            seen = text;
            throw broken;
        }
        positions.keep(SOURCE, read);
        seen = text;
        LOG.info("The identities were read again: {} positions", read.size());
    }

    /** Each line of the file, in its order. */
    static Set<Position> parse(String text) throws BrokenException {
        Set<Position> read = new LinkedHashSet<>();
        List<Line> lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (!read.add(lines.get(i).position())) {
                    throw new IllegalArgumentException("it says the same as another entry");
                }
            } catch (IllegalArgumentException wrong) {
                throw new BrokenException("entry " + (i + 1) + ": " + wrong.getMessage());
            }
        }
        return read;
    }

    private static List<Line> lines(String text) throws BrokenException {
        try {
            Line[] lines = YAML.readValue(text, Line[].class);
            // An empty file is one that is being written, or was lost; nobody is written as [].
            if (lines == null) {
                throw new BrokenException("it is empty");
            }
            return new ArrayList<>(List.of(lines));
        } catch (JsonMappingException wrong) {
            throw new BrokenException("line " + line(wrong) + ": "
                    + (wrong.getPath().isEmpty() ? "a list is expected" : "not expected here: " + last(wrong)));
        } catch (JsonProcessingException unreadable) {
            throw new BrokenException("line " + line(unreadable) + " is no YAML");
        } catch (NullPointerException hole) {
            throw new BrokenException("an entry is empty");
        }
    }

    private static int line(JsonProcessingException wrong) {
        return wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
    }

    private static String last(JsonMappingException wrong) {
        String name = wrong.getPath().get(wrong.getPath().size() - 1).getFieldName();
        return name == null ? "an entry that is no map" : name;
    }

    private String text(Path path) throws BrokenException {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BrokenException("it cannot be read");
        }
    }

    /** What the file says, before it is judged. */
    private record Line(
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String capacity,
            @Nullable String organization,
            @JsonProperty("practitioner-role") @Nullable String practitionerRole) {
        Position position() {
            String provider = required("issuer", issuer);
            if (!URI.create(provider).isAbsolute()) {
                throw new IllegalArgumentException("issuer is the address of a provider");
            }
            return new Position(
                    new Identity(provider, required("subject", subject)),
                    Positions.capacity(required("capacity", capacity)),
                    required("organization", organization),
                    practitionerRole);
        }

        private static String required(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return value;
        }
    }

    /** The file says something that cannot be. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String message) {
            super(message);
        }
    }
}
