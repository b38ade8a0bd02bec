package nl.wally.guide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.wally.conformance.GuidePackage;

/** Files for machines: the package, and the tables that the server judges by. */
final class Downloads {
    /** The tables by the names of their files. */
    private static final Map<String, String> TABLES = Map.of(
            "task-transitions.csv", "workflow/task-transitions.csv",
            "task-updates.csv", "workflow/task-updates.csv",
            "task-states.csv", "workflow/task-states.csv",
            "subtask-transitions.csv", "workflow/subtask-transitions.csv",
            "rights.csv", "access/rights.csv",
            "requirements.csv", "simulator/requirements.csv");

    private final Sources sources;
    private final GuidePackage guidePackage;

    Downloads(Sources sources, GuidePackage guidePackage) {
        this.sources = sources;
        this.guidePackage = guidePackage;
    }

    Map<String, Supplier<Served>> files() {
        Map<String, Supplier<Served>> files = tables();
        files.put(GuidePackage.FILE_NAME, () -> Served.of("application/gzip", guidePackage.tgz()));
        return files;
    }

    /** The tables alone: the IG Publisher makes a package itself. */
    Map<String, Supplier<Served>> tables() {
        Map<String, Supplier<Served>> files = new LinkedHashMap<>();
        TABLES.forEach((name, path) -> sources.file(path)
                .ifPresent(content -> files.put(name, () -> Served.of("text/csv;charset=UTF-8", content))));
        return files;
    }

    /** A line that leads to one of the tables. */
    static String link(String name) {
        return new Html()
                .open("p", "class", "files")
                .text("The same as a file: ")
                .link(name, name)
                .close("p")
                .toString();
    }
}
