package nl.wally.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        return bytes(path).map(Sources::text);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    Optional<byte[]> bytes(String path) {
        return file(ROOT + path);
    }

    /** A file anywhere on the class path. */
    Optional<byte[]> file(String path) {
        try (InputStream content = Sources.class.getClassLoader().getResourceAsStream(path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** The names of the files of a folder that end like this, in order. */
    List<String> names(String folder, String ending) {
        return found("classpath:" + ROOT + folder + "/*" + ending);
    }

    /** The texts of the files that match, below {@code guide/}. */
    List<String> texts(String pattern) {
        try {
            List<String> texts = new ArrayList<>();
            for (Resource file : files.getResources("classpath:" + ROOT + pattern)) {
                texts.add(file.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(pattern + " cannot be read", e);
        }
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
