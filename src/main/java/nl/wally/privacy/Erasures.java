package nl.wally.privacy;

import static nl.wally.shared.Words.words;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wally.fhir.Erased;
import nl.wally.fhir.Erasing;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases, writes the certificate and puts it on record, in one transaction; after that in the list beside the database. */
@Component
class Erasures {
    private final PersonFiles files;
    private final Erasing erasing;
    private final Certificates certificates;
    private final ErasureList list;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate together;

    Erasures(
            PersonFiles files,
            Erasing erasing,
            Certificates certificates,
            ErasureList list,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.erasing = erasing;
        this.certificates = certificates;
        this.list = list;
        this.trail = trail;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /**
     * Erases all that is kept of a person, on request.
     *
     * @throws RefusedException when the caller has no say in it, or somebody is still at work for the person
     */
    Certificate erase(Caller caller, String person, Ground ground) {
        return recorded(() -> {
                    PersonFile file = files.locked(person).orElseThrow(PersonFiles::absent);
                    judge(caller, file);
                    List<UUID> all = file.referrals().stream().map(Referral::id).toList();
                    return Optional.of(
                            certified(caller, ground, file, true, all, List.of(), erasing.erase(all, person)));
                })
                .orElseThrow();
    }

    private static void judge(Caller caller, PersonFile file) {
        if (!ErasureRules.mayDecide(caller, file.practice(), file.coordination())) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    "Patient",
                    words("Another organisation coordinates a referral of this person too: the practice can erase it"));
        }
        if (ErasureRules.isAtWork(file.referrals())) {
            throw new RefusedException(
                    Problem.TRANSITION_NOT_ALLOWED,
                    "Patient",
                    words(
                            "A referral of this person is still open: end it first, for instance by withdrawing the consent,"
                                    + " so that nobody is left waiting"));
        }
    }

    /** Erases one referral whose time is over, and the person when it was the last; empty when somebody was first. */
    Optional<Certificate> expire(String person, UUID referral) {
        return recorded(() -> {
            PersonFile file = files.locked(person).orElse(null);
            if (file == null
                    || file.referrals().stream().noneMatch(row -> row.id().equals(referral) && !row.isOpen())) {
                return Optional.empty();
            }
            boolean last = file.referrals().size() == 1;
            List<UUID> gone = List.of(referral);
            Erased erased = erasing.erase(gone, last ? person : null);
            return Optional.of(certified(Caller.SYSTEM, Ground.RETENTION, file, last, gone, List.of(), erased));
        });
    }

    /** Erases a part of a referral whose time is over, as {@code Type/id}. */
    Optional<Certificate> expirePart(String person, UUID referral, String part) {
        return recorded(() -> {
            PersonFile file = files.locked(person).orElse(null);
            if (file == null
                    || file.referrals().stream().noneMatch(row -> row.id().equals(referral) && !row.isOpen())) {
                return Optional.empty();
            }
            Erased erased = erasing.erase(List.of(part));
            return Optional.of(
                    certified(Caller.SYSTEM, Ground.RETENTION, file, false, List.of(), List.of(part), erased));
        });
    }

    /** Erases once more what a restored backup brought back; the certificate stays the one that there was. */
    void repeat(Certificate earlier) {
        together.executeWithoutResult(status -> {
            Optional<PersonFile> file = files.locked(earlier.person());
            if (earlier.whole()) {
                erasing.erase(
                        file.map(known -> known.referrals().stream()
                                        .map(Referral::id)
                                        .toList())
                                .orElse(earlier.referrals()),
                        earlier.person());
            } else {
                erasing.erase(earlier.referrals(), null);
                erasing.erase(earlier.parts());
            }
            certificates.keep(earlier);
            note(Caller.SYSTEM, "repeat", earlier);
        });
    }

    private Optional<Certificate> recorded(Supplier<Optional<Certificate>> work) {
        Optional<Certificate> certificate = Objects.requireNonNull(together.execute(status -> work.get()));
        certificate.ifPresent(list::add);
        return certificate;
    }

    private Certificate certified(
            Caller caller,
            Ground ground,
            PersonFile file,
            boolean whole,
            List<UUID> referrals,
            List<String> parts,
            Erased erased) {
        List<String> coordination = file.referrals().stream()
                .filter(row -> whole || referrals.contains(row.id()) || referrals.isEmpty())
                .map(Referral::coordination)
                .distinct()
                .sorted()
                .toList();
        var certificate = new Certificate(
                UUID.randomUUID(),
                // As exactly as the database keeps it.
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ground.code(),
                caller.client(),
                caller.agent(),
                file.practice(),
                coordination,
                file.reference(),
                whole,
                referrals,
                parts,
                erased.resources(),
                erased.rows(),
                erased.senderKeys());
        certificates.keep(certificate);
        note(caller, ground.code(), certificate);
        return certificate;
    }

    private void note(Caller caller, String about, Certificate certificate) {
        trail.note(new Occurrence(
                Occurrence.Kind.ERASURE, about, caller, null, List.of(certificate.person()), certificate.parts()));
    }
}
