package nl.wally.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wally.faults.Cable.Accident;
import nl.wally.faults.Cable.Moment;
import org.awaitility.Awaitility;

/** What goes wrong, how it comes right again, and how long it lasts in between. */
enum Fault {
    SERVER_KILLED(
            "`kill -9` of the server",
            Lasting.NO_TIME,
            in -> in.node().kill(),
            in -> in.node().start()),
    DATABASE_KILLED("`kill -9` of PostgreSQL", Lasting.NO_TIME, Installation::killDatabase, Fault::comesBack),
    BOTH_KILLED(
            "`kill -9` of both",
            Lasting.NO_TIME,
            in -> {
                in.killDatabase();
                in.node().kill();
            },
            in -> in.node().start()),
    /** What is left of both, before any server has touched it; the end of a short run, which has no time for another start. */
    BOTH_KILLED_FOR_GOOD(
            "`kill -9` of both, and PostgreSQL starts alone",
            Lasting.NO_TIME,
            BOTH_KILLED.breaking,
            Installation::startDatabaseAlone),
    DATABASE_RESTARTED("PostgreSQL restarted (fast)", Lasting.NO_TIME, Installation::restartDatabase, Fault::comesBack),
    CONNECTION_CUT("connection cut", Lasting.A_WHILE, in -> in.cable().refuse(), Fault::mend),
    BLACK_HOLE("connection black-holed", Lasting.A_WHILE, in -> in.cable().blackHole(), Fault::mend),
    CUT_IN_COMMIT(
            "connection cut in the middle of commit", Lasting.NO_TIME, in -> inCommit(in, Accident.CUT), Fault::mend),
    SILENCE_IN_COMMIT(
            "connection black-holed in the middle of commit",
            Lasting.NO_TIME,
            in -> inCommit(in, Accident.SILENCE),
            Fault::mend),
    DATABASE_DISK_FULL(
            "disk of PostgreSQL full", Lasting.A_WHILE, in -> in.forDatabase().fill(), in -> {
                in.forDatabase().empty();
                comesBack(in);
            }),
    DATABASE_DISK_READ_ONLY(
            "disk of PostgreSQL read-only",
            Lasting.A_WHILE,
            in -> in.forDatabase().turnReadOnly(),
            Installation::restartOnMendedDisks),
    SERVER_DISK_FULL(
            "disk of the server full", Lasting.A_WHILE, in -> in.forServer().fill(), in -> {
                in.forServer().empty();
                comesBack(in);
            }),
    SERVER_DISK_READ_ONLY(
            "disk of the server read-only",
            Lasting.A_WHILE,
            in -> in.forServer().turnReadOnly(),
            Installation::restartOnMendedDisks),
    OUT_OF_MEMORY(
            "out of memory",
            Lasting.NO_TIME,
            in -> {
                in.node().exhaust();
                in.node().awaitEnd(Duration.ofMinutes(1));
            },
            in -> in.node().start()),
    CLOCK_FORWARD(
            "clock of the server jumps two days ahead",
            Lasting.A_WHILE,
            in -> in.node().jump(Duration.ofDays(2)),
            in -> in.node().jump(Duration.ZERO)),
    CLOCK_BACK(
            "clock of the server jumps three hours back",
            Lasting.A_WHILE,
            in -> in.node().jump(Duration.ofHours(-3)),
            in -> in.node().jump(Duration.ZERO)),
    MACHINE_CLOCK_FORWARD(
            "clock of the machine jumps two days ahead",
            Lasting.A_WHILE,
            in -> in.jump(Duration.ofDays(2)),
            in -> in.jump(Duration.ZERO)),
    MACHINE_CLOCK_BACK(
            "clock of the machine jumps three hours back",
            Lasting.A_WHILE,
            in -> in.jump(Duration.ofHours(-3)),
            in -> in.jump(Duration.ZERO)),
    NODE_KILLED(
            "two nodes: `kill -9` of one",
            Lasting.NO_TIME,
            in -> in.node().kill(),
            in -> in.node().start()),
    NODE_FROZEN(
            "two nodes: one frozen for %s (SIGSTOP)".formatted(words(Lasting.LONG.time())),
            Lasting.LONG,
            in -> in.node().freeze(),
            in -> in.node().thaw()),
    ROLLING_RESTART(
            "two nodes: rolling restart",
            Lasting.NO_TIME,
            in -> {
                for (Node node : in.nodes()) {
                    node.terminate();
                    node.start();
                }
            },
            Fault::comesBack);

    /** Something that happens to an installation. */
    interface Act {
        void on(Installation where) throws Exception;
    }

    /** How long it stays broken. */
    private enum Lasting {
        NO_TIME(0),
        A_WHILE(Integer.getInteger("wally.faults.seconds", 3)),
        LONG(Integer.getInteger("wally.faults.frozen", 8));

        private final int seconds;

        Lasting(int seconds) {
            this.seconds = seconds;
        }

        private Duration time() {
            return Duration.ofSeconds(seconds);
        }
    }

    private final String title;
    private final Lasting lasting;
    private final Act breaking;
    private final Act mending;

    Fault(String title, Lasting lasting, Act breaking, Act mending) {
        this.title = title;
        this.lasting = lasting;
        this.breaking = breaking;
        this.mending = mending;
    }

    /** Those named by their constants, in upper or lower case and with commas between them; or all. */
    static List<Fault> named(String names) {
        return names.equals("all")
                ? Arrays.stream(values())
                        .filter(fault -> fault != BOTH_KILLED_FOR_GOOD)
                        .toList()
                : Arrays.stream(names.split(","))
                        .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .toList();
    }

    String title() {
        return title;
    }

    /** Whether it takes two nodes. */
    boolean ofTwo() {
        return compareTo(NODE_KILLED) >= 0;
    }

    /** Whether a client that goes to the other node must never be left without an answer. */
    boolean sparesTheOther() {
        return this == ROLLING_RESTART;
    }

    /** Whether what clients write lies in the future of the server meanwhile, which it refuses (422). */
    boolean refusesTheFuture() {
        return this == CLOCK_BACK || this == MACHINE_CLOCK_BACK;
    }

    boolean ofTheMachineClock() {
        return this == MACHINE_CLOCK_FORWARD || this == MACHINE_CLOCK_BACK;
    }

    /** Whether disks have to be mounted for it. */
    boolean ofDisks() {
        return name().contains("_DISK_");
    }

    /** Why it cannot be run here; empty when it can. */
    Optional<String> impossible(Installation where) {
        if (ofDisks() && !(where.forServer().breakable() && where.forDatabase().breakable())) {
            return Optional.of("this user may not mount a disk here");
        }
        return ofTheMachineClock() && where.faketime().isEmpty()
                ? Optional.of("libfaketime is not installed")
                : Optional.empty();
    }

    /** Breaks it, leaves it so for a while, and mends it. */
    void happen(Installation where) throws Exception {
        breaking.on(where);
        Awaitility.await()
                .pollDelay(lasting.time())
                .atMost(lasting.time().plusMinutes(1))
                .until(() -> true);
        mending.on(where);
    }

    private static void comesBack(Installation where) {
        where.nodes().forEach(Node::awaitReady);
    }

    private static void mend(Installation where) throws Exception {
        where.cable().mend();
        comesBack(where);
    }

    /** To a few COMMITs, some of which get through. */
    private static void inCommit(Installation where, Accident accident) {
        for (int round = 0; round < 2; round++) {
            for (Moment moment : Moment.values()) {
                int before = where.cable().accidents();
                where.cable().atCommit(moment, accident, "insert into hfj_res_ver");
                Awaitility.await("a commit meets its accident")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> where.cable().accidents() > before);
            }
        }
    }

    private static String words(Duration time) {
        return time.toSeconds() == 60 ? "a minute" : time.toSeconds() + " seconds";
    }
}
