package nl.wally.referring.launch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.wally.access.References;
import nl.wally.shared.StartRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The operator's file that says which HIS may launch the form, for which practice. Taken whole or not at all: with a mistake it
 * stops the start and, when it comes later, leaves everything as it was. Each node reads it for itself.
 */
final class HisFile implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(HisFile.class);
    private static final JsonMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Optional<Path> file;
    private final Predicate<URI> places;
    private final boolean canSign;
    private volatile Map<String, His> known = Map.of();
    private String seen = "";

    /**
     * @param places whether this server may call there
     * @param canSign whether it has a key to prove with who it is
     */
    HisFile(Optional<Path> file, Predicate<URI> places, boolean canSign) {
        this.file = file;
        this.places = places;
        this.canSign = canSign;
    }

    /** The HIS that calls itself so, with or without a slash at the end. */
    Optional<His> of(@Nullable String iss) {
        return Optional.ofNullable(iss).map(HisFile::plain).map(known::get);
    }

    /**
     * Reads it for the first time.
     *
     * @throws StartRefusedException when it cannot be read or has a mistake
     */
    @Override
    public void afterSingletonsInstantiated() {
        file.ifPresent(path -> {
            try {
                take(text(path));
            } catch (IllegalArgumentException broken) {
                throw new StartRefusedException(
                        "wally.launch.his-file cannot be used: " + broken.getMessage() + ".",
                        "Mend the file: the page on launches of the guide shows what it looks like.");
            }
        });
    }

    /** Takes over what has changed since, if anything has. */
    synchronized void look() {
        try {
            String now = text(file.orElseThrow());
            if (!now.equals(seen)) {
                take(now);
            }
        } catch (IllegalArgumentException broken) {
            LOG.error("Which HIS may launch stays as it was: {}", broken.getMessage());
        }
    }

    private synchronized void take(String text) {
        // Said once, not at each look.
        seen = text;
        known = parse(text);
        LOG.info("HIS that may launch the referral form: {}", known.size());
    }

    private Map<String, His> parse(String text) {
        Line[] lines;
        try {
            lines = YAML.readValue(text, Line[].class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it is no list of the known words, see line "
                    + (unreadable.getLocation() == null
                            ? 1
                            : unreadable.getLocation().getLineNr()));
        }
        if (lines == null || Arrays.asList(lines).contains(null)) {
            throw new IllegalArgumentException("it or an entry is empty");
        }
        Map<String, His> read = new LinkedHashMap<>();
        for (Line line : lines) {
            His his = his(line, "entry " + (read.size() + 1) + ": ");
            if (read.put(his.iss().toString(), his) != null) {
                throw new IllegalArgumentException(
                        "entry " + (read.size() + 1) + ": its iss is that of an earlier one");
            }
        }
        return Map.copyOf(read);
    }

    private His his(Line line, String which) {
        URI iss = URI.create(plain(String.valueOf(line.iss())));
        require(places.test(iss) && iss.getRawQuery() == null, which + "iss is an https address of a FHIR API");
        String organization = String.valueOf(line.organization());
        require(References.isOrganization(organization), which + "organization is written as Organization/…");
        String client = line.clientId();
        require(client != null && !client.isBlank(), which + "client-id is missing");
        require(!line.signing() || canSign, which + "signing needs wally.launch.key-file");
        return new His(iss, organization, String.valueOf(client), line.signing());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String plain(String iss) {
        return iss.endsWith("/") ? iss.substring(0, iss.length() - 1) : iss;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("it cannot be read");
        }
    }

    /** What the file says, before it is judged. */
    private record Line(
            @Nullable String iss,
            @Nullable String organization,
            @JsonProperty("client-id") @Nullable String clientId,
            boolean signing) {}
}
