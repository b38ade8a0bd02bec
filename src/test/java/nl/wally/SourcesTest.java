package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Files and methods are small enough to be read at once, nothing is left for later, and nothing is public in vain. */
class SourcesTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:final |abstract |sealed )*(?:class|record|enum|interface) (\\w+)", Pattern.MULTILINE);

    private static final int MOST_LINES_OF_A_FILE = 300;
    private static final int MOST_LINES_OF_A_METHOD = 50;

    /** A type of ours as the docs write it, with its package or without; of two words at least. */
    private static final Pattern NAMED_TYPE = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+[A-Z][A-Za-z]+)`");

    @Test
    void filesAreShort() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_FILE);
        }
    }

    @Test
    void methodsAreShort() throws IOException {
        assertThat(longMethods()).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("TO" + "DO", "FIX" + "ME");
        }
    }

    @Test
    void nothingIsPublicThatOnlyItsPackageUses() throws IOException {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path file : sources()) {
            texts.put(file, Files.readString(file));
        }
        List<String> inVain = new ArrayList<>();
        texts.forEach((file, text) -> {
            Matcher type = PUBLIC_TYPE.matcher(text);
            if (file.startsWith("src/main") && type.find() && !isCalledFromOutside(type.group(1))) {
                String folder = file.getParent().toString().substring("src/main".length());
                Pattern name = Pattern.compile("\\b" + type.group(1) + "\\b");
                boolean used = texts.entrySet().stream()
                        .filter(other -> !other.getKey().getParent().toString().endsWith(folder))
                        .anyMatch(other -> name.matcher(other.getValue()).find());
                if (!used) {
                    inVain.add(file.toString());
                }
            }
        });
        assertThat(inVain).isEmpty();
    }

    /** HAPI calls providers, and Java the application, by reflection. */
    private static boolean isCalledFromOutside(String type) {
        return type.endsWith("Provider") || type.endsWith("Application");
    }

    @Test
    void architectureNamesOnlyWhatExists() throws IOException {
        Set<String> existing = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = NAMED_TYPE
                .matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(named).isNotEmpty().allMatch(existing::contains);
    }

    private static List<String> longMethods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<String> tooLong = new ArrayList<>();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long lines = line(positions.getEndPosition(unit, method))
                                - line(positions.getStartPosition(unit, method))
                                + 1;
                        if (lines > MOST_LINES_OF_A_METHOD) {
                            tooLong.add(unit.getSourceFile().getName() + ": " + method.getName() + ", " + lines);
                        }
                        return super.visitMethod(method, nothing);
                    }

                    private long line(long position) {
                        return unit.getLineMap().getLineNumber(position);
                    }
                }.scan(unit, null);
            }
        }
        return tooLong;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
