package nl.wally.clock;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * When a promise goes up by itself, and who hears of it (W-1, W-8). The reminder is counted in the working days of whoever
 * has to keep it. After the moment the days of the office count: who is away for weeks must not hold up the others.
 */
final class EscalationRules {
    private final WorkingCalendar calendar;

    EscalationRules(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Who there is.
     *
     * @param owner who has to keep it, or asked for it; empty when nobody has the referral
     * @param present whether that one is there now
     * @param standIns who may stand in for the owner, and are there now
     * @param asked who has to answer; empty for what the owner has to do
     * @param practice the practice of the referral
     * @param coordination the organisation whose coordinator looks after the team
     */
    record People(
            Optional<String> owner,
            boolean present,
            List<String> standIns,
            Optional<String> asked,
            String practice,
            String coordination) {}

    /**
     * When the clock strikes next; empty when nothing more is to come.
     *
     * @param owner who has to keep it; empty for the office week
     */
    Optional<Instant> next(Promise promise, Ladder ladder, Optional<PractitionerRole> owner) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(promise.rung()) > 0)
                .filter(rung -> rung != Rung.REMINDER || isWorthwhile(promise, ladder, owner))
                .map(rung -> moment(rung, promise, ladder, owner))
                .findFirst();
    }

    /** Which rungs it reaches now, in their order; nobody is reminded of what is overdue. */
    List<Rung> reached(Promise promise, Ladder ladder, Optional<PractitionerRole> owner, Instant now) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(promise.rung()) > 0)
                .filter(rung ->
                        rung != Rung.REMINDER || promise.due().isAfter(now) && isWorthwhile(promise, ladder, owner))
                .filter(rung -> !moment(rung, promise, ladder, owner).isAfter(now))
                .toList();
    }

    /** Who hears that a promise has reached a rung: whoever can still do something about it. */
    List<String> told(Rung rung, Kind kind, People people) {
        List<String> first = switch (rung) {
            case NONE -> List.of();
            case REMINDER ->
                kind.isOfOwner() ? present(people) : people.asked().stream().toList();
            case OVERDUE -> kind.isOfOwner() ? owner(people) : askedAndPractice(people);
            case STAND_IN -> kind.isOfOwner() ? people.standIns() : owner(people);
            case COORDINATOR -> List.of();
        };
        boolean nobody = first.isEmpty() && (rung == Rung.REMINDER || rung == Rung.STAND_IN);
        List<String> coordinator = List.of(people.coordination());
        return (nobody || rung == Rung.COORDINATOR ? coordinator : first)
                .stream().filter(one -> !one.isEmpty()).distinct().toList();
    }

    /** Who is away cannot be reminded; then those are who may stand in. */
    private static List<String> present(People people) {
        return people.present() ? owner(people) : people.standIns();
    }

    private static List<String> owner(People people) {
        return people.owner().stream().toList();
    }

    private static List<String> askedAndPractice(People people) {
        return Stream.concat(people.asked().stream(), Stream.of(people.practice()))
                .toList();
    }

    /** Not of what was promised after the moment of the reminder: whoever just promised it knows. */
    private boolean isWorthwhile(Promise promise, Ladder ladder, Optional<PractitionerRole> owner) {
        Instant moment = moment(Rung.REMINDER, promise, ladder, owner);
        return moment.isAfter(promise.since()) && moment.isBefore(promise.due());
    }

    private Instant moment(Rung rung, Promise promise, Ladder ladder, Optional<PractitionerRole> owner) {
        return switch (rung) {
            case NONE -> promise.since();
            case REMINDER ->
                owner.map(role -> calendar.startOfWorkBefore(promise.due(), ladder.reminder(), role))
                        .orElseGet(() -> calendar.startOfWorkBefore(promise.due(), ladder.reminder()));
            case OVERDUE -> promise.due();
            case STAND_IN -> after(promise.due(), ladder.substitute());
            case COORDINATOR -> after(promise.due(), Math.max(ladder.substitute(), ladder.coordinator()));
        };
    }

    private Instant after(Instant due, int days) {
        return days == 0 ? due : calendar.plusWorkingDays(due, days);
    }
}
