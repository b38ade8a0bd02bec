package nl.wally.access;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Capabilities;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.CsvTable;

/**
 * Who may what, from {@code access/rights.csv}; what it does not list is refused. Where several rows are about the same,
 * one that holds is enough. What may stand in a resource that somebody may write is for the rules of each module.
 */
public final class RightsTable {
    private static final String RESOURCE = "access/rights.csv";
    private static final String HEADER = "roles,resources,interactions,condition,shown";
    private static final Set<Interaction> SEEING = EnumSet.of(Interaction.READ, Interaction.SEARCH);

    /** The server itself is no role: nothing is asked of it. */
    private static final Set<Capacity> ROLES = EnumSet.complementOf(EnumSet.of(Capacity.SYSTEM));

    private final List<Right> rights;
    private final Map<Question, List<Condition>> conditions;
    private final Map<Question, Shown> shown;

    /** Asked of each resource of each answer. */
    private record Question(Capacity role, String type, Interaction interaction) {
        static Question of(Right right) {
            return new Question(right.role(), right.resource(), right.interaction());
        }
    }

    private RightsTable(List<List<Right>> rows) {
        rights = rows.stream().flatMap(List::stream).toList();
        if (new HashSet<>(rights).size() < rights.size()) {
            throw new IllegalStateException(RESOURCE + ": the same right stands there twice");
        }
        conditions = rights.stream()
                .collect(Collectors.groupingBy(
                        Question::of, Collectors.mapping(Right::condition, Collectors.toUnmodifiableList())));
        shown = rights.stream()
                .filter(right -> SEEING.contains(right.interaction()) && right.condition() != Condition.NOBODY)
                .collect(Collectors.toUnmodifiableMap(
                        right -> new Question(right.role(), right.resource(), Interaction.READ),
                        Right::shown,
                        (one, same) -> one));
    }

    /**
     * Reads the table from the class path.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    public static RightsTable load() {
        return new RightsTable(CsvTable.load(RESOURCE, HEADER, RightsTable::rights));
    }

    static RightsTable read(Reader source) throws IOException {
        return new RightsTable(CsvTable.read(RESOURCE, source, HEADER, RightsTable::rights));
    }

    /** All rights, in the order of the file. */
    public List<Right> all() {
        return rights;
    }

    /** Those roles of which the table tells what they may. */
    public static Set<Capacity> roles() {
        return ROLES;
    }

    /** When this role may do this with resources of this type: never, if the list is empty. */
    public List<Condition> conditions(Capacity role, String type, Interaction interaction) {
        return conditions.getOrDefault(new Question(role, type, interaction), List.of());
    }

    /** How much this role sees of resources of this type that it may see. */
    public Shown shown(Capacity role, String type) {
        return shown.getOrDefault(new Question(role, type, Interaction.READ), Shown.WHOLE);
    }

    /**
     * Compares the table with what the server offers.
     *
     * @throws IllegalStateException when it is silent on a role and a type, speaks of what is not offered, or does not know
     *     whether a role sees a type in whole or in part
     */
    RightsTable requireFitting(Capabilities capabilities) {
        List<String> wrong = new ArrayList<>();
        for (Capacity role : ROLES) {
            for (String type : capabilities.types()) {
                List<Right> told = rights.stream()
                        .filter(right ->
                                right.role() == role && right.resource().equals(type))
                        .toList();
                boolean silent = Interaction.READ.isOffered(capabilities, type)
                        ? told.stream().noneMatch(right -> right.interaction() == Interaction.READ)
                        : told.isEmpty();
                if (silent) {
                    wrong.add("no row tells what " + role + " may with " + type);
                }
                if (told.stream()
                                .filter(right ->
                                        SEEING.contains(right.interaction()) && right.condition() != Condition.NOBODY)
                                .map(Right::shown)
                                .distinct()
                                .count()
                        > 1) {
                    wrong.add(role + " sees " + type + " in whole and in part");
                }
            }
        }
        rights.stream()
                .filter(right -> !right.interaction().isOffered(capabilities, right.resource()))
                .forEach(right -> wrong.add("not offered: " + right));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    RESOURCE + ": " + wrong.stream().distinct().collect(Collectors.joining("; ")));
        }
        return this;
    }

    private static List<Right> rights(CsvTable.Row row) {
        List<Capacity> roles = row.words(0, "role", RightsTable::role);
        List<String> resources = row.words(1);
        List<Interaction> interactions = row.words(2, "interaction", Interaction::ofCode);
        Condition condition = row.word(3, "condition", Condition::ofCode);
        boolean seeing = SEEING.containsAll(interactions);
        if (roles.isEmpty() || resources.isEmpty() || interactions.isEmpty()) {
            throw row.wrong("roles, resources and interactions must not be empty");
        }
        if (!seeing && interactions.stream().anyMatch(SEEING::contains)) {
            throw row.wrong("reading and searching stand in rows of their own");
        }
        boolean early = interactions.contains(Interaction.CREATE) || interactions.contains(Interaction.VALIDATE);
        if (early && !condition.isGeneral()) {
            throw row.wrong("of what is not stored yet nothing can be asked");
        }
        if (row.cell(4).isEmpty() != (!seeing || condition == Condition.NOBODY)) {
            throw row.wrong("what is shown stands where somebody sees something, and nowhere else");
        }
        Shown shown = row.cell(4).isEmpty() ? Shown.WHOLE : row.word(4, "part that is shown", Shown::ofCode);
        return roles.stream()
                .flatMap(role -> resources.stream()
                        .flatMap(type -> interactions.stream()
                                .map(interaction -> new Right(role, type, interaction, condition, shown))))
                .toList();
    }

    private static Optional<Capacity> role(String code) {
        return Arrays.stream(Capacity.values())
                .filter(ROLES::contains)
                .filter(capacity -> ClientRegistry.code(capacity).equals(code))
                .findFirst();
    }
}
