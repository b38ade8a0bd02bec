package nl.wally.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the guide is written in: texts and assets on the class path, below {@code guide/}. */
final class Sources {
    private static final String ROOT = "guide/";

    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    /** A text; empty when there is no such file. */
    Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<byte[]> bytes(String path) {
        try (InputStream content = Sources.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(ROOT + path + " cannot be read", e);
        }
    }

    /** The names of the files of a folder that end like this, in order. */
    List<String> names(String folder, String ending) {
        return found("classpath:" + ROOT + folder + "/*" + ending);
    }

    /** The names of the files on the class path that match, in order. */
    List<String> found(String pattern) {
        try {
            Stream<Resource> found = Arrays.stream(files.getResources(pattern));
            return found.map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(pattern + " cannot be read", e);
        }
    }
}
