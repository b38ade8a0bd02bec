package nl.wally.faults.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.wally.faults.history.Register.Deed;
import nl.wally.faults.history.Register.Read;
import nl.wally.faults.history.Register.Refused;
import nl.wally.faults.history.Register.Unchanged;
import nl.wally.faults.history.Register.Written;

/**
 * A register in memory with overlapping clients, some of whose answers are lost. It is right, but for what its bug makes it
 * do now and then.
 */
final class SimulatedRegister {
    enum Bug {
        NONE,
        /** The version before, as from a replica that lags. */
        STALE_READ,
        /** A change of an old version is accepted, over what came in between. */
        LOST_UPDATE,
        /** One change makes two versions. */
        WRITTEN_TWICE,
        /** A read tells of a value that nobody wrote. */
        FROM_NOWHERE,
        /** A change is acknowledged and gone, as after a crash without fsync. */
        FORGOTTEN,
        /** A change is made and answered 412, as when it is tried again after its answer was lost. */
        DONE_YET_REFUSED
    }

    private final Random random;
    private final Bug bug;
    private final double howOften;
    private final double lossRate;
    private final Client[] clients;
    private final List<String> values = new ArrayList<>(List.of(""));
    private final List<Operation<Deed>> told = new ArrayList<>();
    private final List<Written> underWay = new ArrayList<>();
    private long time;
    private int writes;
    private int strikes;

    SimulatedRegister(Random random, int clients, Bug bug, double howOften, double lossRate) {
        this.random = random;
        this.bug = bug;
        this.howOften = howOften;
        this.lossRate = lossRate;
        this.clients = new Client[clients];
        for (int number = 0; number < clients; number++) {
            this.clients[number] = new Client(number);
        }
    }

    /** What is told of so many operations, and of those under way at the end. */
    List<Operation<Deed>> history(int operations) {
        while (told.size() < operations) {
            time++;
            clients[random.nextInt(clients.length)].goOn();
            if (!underWay.isEmpty() && random.nextInt(10) == 0) {
                write(underWay.remove(random.nextInt(underWay.size())));
            }
        }
        for (Client client : clients) {
            client.end();
        }
        return told;
    }

    /** How often it did what its bug makes it do. */
    int strikes() {
        return strikes;
    }

    private int version() {
        return values.size();
    }

    private Deed read() {
        int version = version();
        if (version > 1 && strikes(Bug.STALE_READ)) {
            version--;
        }
        String value = strikes(Bug.FROM_NOWHERE) ? "nowhere" : values.get(version - 1);
        return new Read(version, value);
    }

    private Deed write(Written wanted) {
        boolean fits = wanted.seen() == version();
        if (wanted.seen() < version() && strikes(Bug.LOST_UPDATE)) {
            values.subList(wanted.seen(), values.size()).clear();
            fits = true;
        }
        if (!fits) {
            return new Refused(wanted.seen());
        }
        if (strikes(Bug.FORGOTTEN)) {
            return wanted;
        }
        values.add(wanted.value());
        if (strikes(Bug.WRITTEN_TWICE)) {
            values.add(wanted.value());
        }
        return strikes(Bug.DONE_YET_REFUSED) ? new Refused(wanted.seen()) : wanted;
    }

    private boolean strikes(Bug here) {
        boolean now = bug == here && random.nextDouble() < howOften;
        strikes += now ? 1 : 0;
        return now;
    }

    /** Asks, is served a while later, and hears of it yet later. */
    private final class Client {
        private final int number;
        private int known = 1;
        private long invoked;
        private Written wanted;
        private Deed answer;

        Client(int number) {
            this.number = number;
        }

        void goOn() {
            if (invoked == 0) {
                invoked = time;
                wanted = random.nextBoolean() ? Written.perhaps(known, "value-" + ++writes) : null;
            } else if (wanted != null && random.nextDouble() < lossRate) {
                told.add(new Operation<>(number, invoked, Operation.NEVER, wanted));
                if (answer == null && random.nextBoolean()) {
                    underWay.add(wanted);
                }
                begin();
            } else if (answer == null) {
                answer = wanted == null ? ask() : write(wanted);
            } else {
                told.add(new Operation<>(number, invoked, time, answer));
                begin();
            }
        }

        /** What it still waits for it never hears. */
        void end() {
            if (invoked > 0 && wanted != null) {
                told.add(new Operation<>(number, invoked, Operation.NEVER, wanted));
            }
        }

        private Deed ask() {
            return known == version() && random.nextInt(3) == 0 ? new Unchanged(known) : read();
        }

        private void begin() {
            known = answer instanceof Read read
                    ? read.version()
                    : answer instanceof Written written ? written.made() : known;
            invoked = 0;
            answer = null;
        }
    }
}
