package nl.wally.ops.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.AntPathMatcher;

/** Libraries of which only a part goes into the runnable jar, as pom.xml says. */
final class TakenApart {
    /** What the jar keeps of ICU, see the plugin in pom.xml; compressed. */
    private static final long PLURALS = 4_200_000;
    /** What an entry of a jar takes beside its content and twice its name. */
    private static final int HEADERS = 76;

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    private final String[] leftOut;
    private final String[] keptOfLucene;

    TakenApart() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        leftOut = property(pom, "left.out.classes");
        keptOfLucene = property(pom, "kept.of.lucene");
    }

    /** Whether an entry of this library is not in the jar. */
    boolean leavesOut(Path library, String entry) {
        return switch (library.getFileName().toString().replaceFirst("-[0-9].*", "")) {
            case "org.hl7.fhir.convertors", "org.hl7.fhir.dstu3" ->
                Stream.of(leftOut).anyMatch(matches(entry));
            case "lucene-core" -> Stream.of(keptOfLucene).noneMatch(matches(entry));
            case "byte-buddy" -> !entry.startsWith("META-INF/versions/9/net/");
            default -> false;
        };
    }

    /** How many bytes of the jar are for this library. */
    long bytes(Path library) throws IOException {
        if (library.getFileName().toString().startsWith("icu4j-")) {
            return PLURALS;
        }
        try (JarFile jar = new JarFile(library.toFile())) {
            if (jar.stream().noneMatch(entry -> leavesOut(library, entry.getName()))) {
                return Files.size(library);
            }
            return jar.stream()
                    .filter(entry -> !leavesOut(library, entry.getName()))
                    .mapToLong(TakenApart::bytes)
                    .sum();
        }
    }

    private static long bytes(JarEntry entry) {
        return entry.getCompressedSize() + HEADERS + 2L * entry.getName().length();
    }

    private static Predicate<String> matches(String entry) {
        return pattern -> PATHS.match(pattern, entry);
    }

    private static String[] property(String pom, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]+)<").matcher(pom);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml lacks the property " + name);
        }
        return found.group(1).split(",");
    }
}
