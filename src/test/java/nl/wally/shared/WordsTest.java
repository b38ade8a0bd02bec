package nl.wally.shared;

import static nl.wally.shared.Words.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is said to clients is said in both languages, with the same arguments. */
class WordsTest {
    private static final String LITERALS = "(?:\"(?:\\\\.|[^\"\\\\\\n])*\"\\s*\\+?\\s*)+";
    private static final Pattern SAID = Pattern.compile("(?<![.\\w])words\\(\\s*(" + LITERALS + ")");
    private static final Pattern ANY = Pattern.compile("(?<![.\\w])words\\((?!\\))");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("view\\.words\\('([^']+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Texts of the profiles, which the server tells in Dutch as well. */
    private static final Pattern HUMAN = Pattern.compile("\"human\"\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*)\"");

    private final Set<String> said = said();

    @Test
    void everyTextOfTheCodeHasItsDutch() {
        assertThat(said)
                .hasSizeGreaterThan(150)
                .allSatisfy(english -> assertThat(Dutch.of(english)).as(english).isPresent());
    }

    @Test
    void everyTextOfAProblemHasItsDutch() {
        for (Problem problem : Problem.values()) {
            assertThat(List.of(ProblemWords.title(problem), ProblemWords.cause(problem), ProblemWords.remedy(problem)))
                    .allSatisfy(text -> assertThat(Dutch.of(text.english()))
                            .as(text.english())
                            .isPresent());
        }
    }

    @Test
    void everyConstraintOfOursHasItsDutch() {
        assertThat(constraints())
                .hasSizeGreaterThan(15)
                .allSatisfy(english -> assertThat(Dutch.of(english)).as(english).isPresent());
    }

    @Test
    void noDutchIsThereForNothing() {
        Set<String> used = new TreeSet<>(said);
        used.addAll(List.of("{0} or {1}", "{0} {1}"));
        used.addAll(constraints());
        for (Problem problem : Problem.values()) {
            used.add(ProblemWords.title(problem).english());
            used.add(ProblemWords.cause(problem).english());
            used.add(ProblemWords.remedy(problem).english());
        }

        assertThat(Dutch.english()).isSubsetOf(used);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(Dutch.english())
                .allSatisfy(english -> assertThat(places(Dutch.of(english).orElseThrow()))
                        .as(english)
                        .isEqualTo(places(english)));
    }

    @Test
    void theDutchIsNoCopyOfTheEnglish() {
        assertThat(Dutch.english())
                .filteredOn(english -> Dutch.of(english).orElseThrow().equals(english))
                .allMatch(english -> english.contains("{0}"));
    }

    /** What is composed of pieces cannot be looked up. */
    @Test
    void everyTextIsALiteral() {
        sources()
                .filter(source -> source.contains("import static nl.wally.shared.Words.words;"))
                .forEach(source -> assertThat(ANY.matcher(source).results().count())
                        .as(source.lines().limit(20).toList().toString())
                        .isEqualTo(SAID.matcher(source).results().count()));
    }

    @Test
    void wordsWithinWordsAreSaidInTheSameLanguage() {
        Words text = words("Element {0} must be {1}", "active", words("an array"));

        assertThat(text.in(Language.ENGLISH)).isEqualTo("Element active must be an array");
        assertThat(text.in(Language.DUTCH)).isEqualTo("Element active moet een lijst zijn");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> said() {
        Set<String> said = saidByCode();
        templates()
                .flatMap(template -> IN_TEMPLATE.matcher(template).results())
                .forEach(text -> said.add(text.group(1)));
        return said;
    }

    private static Stream<String> templates() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources"))) {
            return files.filter(file -> file.toString().endsWith(".html")).map(WordsTest::text).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> saidByCode() {
        return sources()
                .flatMap(source -> SAID.matcher(source).results())
                .map(call -> LITERAL.matcher(call.group(1))
                        .results()
                        .map(piece -> piece.group(1).replace("\\\"", "\""))
                        .collect(Collectors.joining()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constraints() {
        Pattern ours = Pattern.compile("\"key\"\\s*:\\s*\"waw-[^}]*?" + HUMAN.pattern(), Pattern.DOTALL);
        try (Stream<Path> files = Files.list(Path.of("profiles"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("StructureDefinition-"))
                    .map(WordsTest::text)
                    .flatMap(profile -> ours.matcher(profile).results())
                    .map(constraint -> constraint.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("shared/Words.java"))
                    .map(WordsTest::text)
                    .filter(source -> source.contains("import static nl.wally.shared.Words.words;"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
