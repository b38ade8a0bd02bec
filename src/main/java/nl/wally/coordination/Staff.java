package nl.wally.coordination;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.CurrentCaller;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.Periods;
import org.springframework.stereotype.Component;

/** Who works for the organisation of whoever is signed in; to these pages nobody else is there. */
@Component
class Staff {
    private final Region region;
    private final CurrentCaller current;
    private final Days days;

    Staff(Region region, CurrentCaller current, Days days) {
        this.region = region;
        this.current = current;
        this.days = days;
    }

    /** Everybody, also who has left. */
    AddressBook everybody() {
        return region.staff(current.current().organization());
    }

    /** Wallies and coaches who work there or will, by name. */
    List<Person> social(AddressBook everybody) {
        return everybody.everybody().stream()
                .filter(person -> person.role().getActive())
                .filter(person -> Periods.endOf(person.role().getPeriod(), days.zone())
                        .map(end -> end.isAfter(days.now()))
                        .orElse(true))
                .filter(person -> isWally(person) || isCoach(person))
                .toList();
    }

    /** One of them. */
    Person find(String id) {
        String organization = current.current().organization();
        return region.named(List.of("PractitionerRole/" + id)).everybody().stream()
                .filter(person ->
                        References.key(person.role().getOrganization()).equals(organization))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
    }

    static boolean isWally(Person person) {
        return Codes.anyHas(person.role().getCode(), Canonicals.SYSTEM_ROLE, "wally");
    }

    static boolean isCoach(Person person) {
        return Codes.anyHas(person.role().getCode(), Canonicals.SYSTEM_ROLE, "wellbeing-coach");
    }
}
