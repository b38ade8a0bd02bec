package nl.wally.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every write that a client sent: under which number, how often, and what it was told. What it was told nothing of may have
 * happened or not; what it was told to have happened must be there for ever.
 */
final class Ledger {
    /** What is done with a referral, one after the other. */
    enum Deed {
        REFERRED,
        ACCEPTED,
        BEGUN,
        /** A message of the practice, and the Task that names it, in one transaction. */
        TOLD
    }

    private final List<Entry> entries = new ArrayList<>();

    /** A write that is going to be sent. */
    synchronized Entry open(String number, Deed deed) {
        Entry entry = new Entry(number, deed);
        entries.add(entry);
        return entry;
    }

    /** Everything from this place on. */
    synchronized List<Entry> since(int place) {
        return List.copyOf(entries.subList(place, entries.size()));
    }

    /** Where the next write will stand. */
    synchronized int place() {
        return entries.size();
    }

    synchronized long acknowledged() {
        return entries.stream().filter(Entry::isAcknowledged).count();
    }

    /** What the server said. */
    record Acknowledgement(String task, String version, Instant at) {}

    /** One write. */
    static final class Entry {
        private final String number;
        private final Deed deed;
        private volatile int sendings;
        private volatile Acknowledgement acknowledgement;

        private Entry(String number, Deed deed) {
            this.number = number;
            this.deed = deed;
        }

        /** The sender's number of the referral, by which the server knows what it has already. */
        String number() {
            return number;
        }

        Deed deed() {
            return deed;
        }

        /** What nobody else writes. */
        String text() {
            return "Nieuws over " + number;
        }

        /** It leaves, for the first time or again; only by the one client that writes it. */
        void sent() {
            sendings = sendings + 1;
        }

        void acknowledged(String task, String version) {
            acknowledgement = new Acknowledgement(task, version, Instant.now());
        }

        boolean isAcknowledged() {
            return acknowledgement != null;
        }

        Optional<Acknowledgement> acknowledgement() {
            return Optional.ofNullable(acknowledgement);
        }

        boolean isSentAgain() {
            return sendings > 1;
        }

        @Override
        public String toString() {
            return deed + " " + number
                    + acknowledgement().map(told -> " as " + told).orElse(" (nothing told)");
        }
    }
}
