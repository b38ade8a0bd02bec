package nl.wally.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Every file of the guide by its name. Which files there are is known at the first question; each is made when it is
 * asked for the first time, and kept.
 */
final class Guide {
    private final Supplier<Map<String, Supplier<Served>>> collect;
    private final Supplier<Served> missing;
    private volatile Map<String, Supplier<Served>> files = Map.of();
    private final Map<String, Served> made = new ConcurrentHashMap<>();

    /**
     * @param shelves each gives names of files and how they are made
     * @param missing the page that says that there is none
     */
    Guide(List<Supplier<Map<String, Supplier<Served>>>> shelves, Supplier<Served> missing) {
        this.collect = () -> {
            Map<String, Supplier<Served>> all = new TreeMap<>();
            shelves.forEach(shelf -> all.putAll(shelf.get()));
            return all;
        };
        this.missing = missing;
    }

    /** The names of all files, in order. */
    Set<String> names() {
        return files().keySet();
    }

    /** A file; empty when there is none of that name. */
    Optional<Served> file(String name) {
        Supplier<Served> maker = files().get(name);
        return maker == null ? Optional.empty() : Optional.of(made.computeIfAbsent(name, asked -> maker.get()));
    }

    /** The page for a name that does not exist. */
    Served missing() {
        return missing.get();
    }

    private Map<String, Supplier<Served>> files() {
        if (files.isEmpty()) {
            files = collect.get();
        }
        return files;
    }
}
