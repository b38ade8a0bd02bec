package nl.wally.simulator.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.wally.shared.Caller.Capacity;

/**
 * What one side of the loop must show, and by playing what; read from tables with semicolons between the cells, which the
 * guide shows as well.
 */
record Checklist(List<UseCase> useCases, List<Requirement> requirements) {
    private static final String FOLDER = "/simulator/";
    private static final Map<Capacity, String> ACTORS =
            Map.of(Capacity.PRACTICE, "his", Capacity.SOCIAL_WORKER, "social-worker");

    /** The script of this side: of a HIS, or of the system of a social worker. */
    static Checklist of(Capacity side) {
        String actor = String.valueOf(ACTORS.get(side));
        List<UseCase> useCases = rows("use-cases.csv", 8, actor, Checklist::useCase);
        List<Requirement> requirements = rows("requirements.csv", 8, actor, cells -> requirement(cells, side));
        return new Checklist(useCases, requirements);
    }

    /** Whether there is a script for this side. */
    static boolean isFor(Capacity side) {
        return ACTORS.containsKey(side);
    }

    /** How this side is called in the tables and in requests, for instance {@code his}. */
    static String actor(Capacity side) {
        return ACTORS.getOrDefault(side, "");
    }

    private static UseCase useCase(List<String> cells) {
        return new UseCase(
                cells.get(0),
                new Phrase(cells.get(2), cells.get(3)),
                new Phrase(cells.get(4), cells.get(5)),
                new Phrase(cells.get(6), cells.get(7)));
    }

    private static Requirement requirement(List<String> cells, Capacity side) {
        Map<String, Judge> own = side == Capacity.PRACTICE ? HisRules.JUDGES : SocialWorkerRules.JUDGES;
        Judge judge = own.getOrDefault(cells.get(4), ConductRules.JUDGES.get(cells.get(4)));
        if (judge == null) {
            throw new IllegalStateException("requirements.csv: " + cells.get(0) + " has no judge " + cells.get(4));
        }
        return new Requirement(
                cells.get(0),
                cells.get(2),
                Requirement.Level.valueOf(cells.get(3)),
                judge,
                cells.get(5),
                new Phrase(cells.get(6), cells.get(7)));
    }

    private static <T> List<T> rows(String file, int width, String actor, Function<List<String>, T> read) {
        try (InputStream in = Checklist.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(";", -1)))
                    .peek(cells -> requireWidth(cells, width, file))
                    .filter(cells -> cells.get(1).equals(actor))
                    .map(read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FOLDER + file + " cannot be read", unreadable);
        }
    }

    private static void requireWidth(List<String> cells, int width, String file) {
        if (cells.size() != width) {
            throw new IllegalStateException(file + ": " + width + " cells expected in " + cells);
        }
    }
}
