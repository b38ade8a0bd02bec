package nl.wally.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.wally.team.Absence;

/**
 * One absence of somebody, as a list shows it.
 *
 * @param person whose, by id
 * @param index which of theirs
 * @param from the first day
 * @param until the last day; empty when nobody knows
 * @param on whether it has begun
 * @param standIn who was named to stand in; empty for the fixed substitute
 */
record AbsenceEntry(
        String person,
        int index,
        String name,
        LocalDate from,
        Optional<LocalDate> until,
        boolean on,
        boolean handOver,
        String standIn) {
    /** All of somebody's that are not over. */
    static List<AbsenceEntry> all(Person person, AddressBook names, Days days) {
        List<Absence> all = Absence.of(person.role());
        return IntStream.range(0, all.size())
                .filter(index -> !all.get(index).isOver(days.now(), days.zone()))
                .mapToObj(index -> of(person, all.get(index), index, names, days))
                .toList();
    }

    private static AbsenceEntry of(Person person, Absence absence, int index, AddressBook names, Days days) {
        return new AbsenceEntry(
                person.id(),
                index,
                person.name(),
                AbsenceForm.first(absence, days.zone()),
                AbsenceForm.last(absence, days.zone()),
                absence.isOn(days.now(), days.zone()),
                absence.handOver(),
                absence.substitute().map(names::name).orElse(""));
    }

    /** The day by which it stands in a calendar: what is on stands under today. */
    LocalDate sortedBy(LocalDate today) {
        return on ? today : from;
    }
}
