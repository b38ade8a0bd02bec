package nl.wally.reporting;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.people.Names;
import nl.wally.reporting.Breakdown.Contact;
import nl.wally.reporting.Breakdown.Ending;
import nl.wally.reporting.Breakdown.Read;
import nl.wally.reporting.Breakdown.Weeks;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.springframework.stereotype.Component;

/** Publishes the numbers of a quarter, once and for good: afterwards there is nothing left to count them again from. */
@Component
class Publishing {
    private final Facts facts;
    private final Publications publications;
    private final PublicationRules rules;
    private final Teams teams;
    private final Names names;
    private final Concepts concepts;

    Publishing(
            Facts facts,
            Publications publications,
            PublicationRules rules,
            Teams teams,
            Names names,
            Concepts concepts) {
        this.facts = facts;
        this.publications = publications;
        this.rules = rules;
        this.teams = teams;
        this.names = names;
        this.concepts = concepts;
    }

    /** Takes part in the transaction of the caller, in which what was counted goes as well. */
    void publish(Quarter quarter, Instant now) {
        publications.close(quarter, now);
        List<Fact> counted = facts.of(quarter);
        Map<String, List<String>> practices = practices(now);
        Map<String, List<Fact>> perOrganization =
                counted.stream().collect(Collectors.groupingBy(Fact::organization, Collectors.toList()));
        perOrganization.forEach((organization, its) -> {
            List<String> known = practices.getOrDefault(organization, List.of());
            publications.add(quarter, organization, tables(its, orders(quarter, known)));
        });
        facts.drop(counted.stream().map(Fact::task).toList());
    }

    /** With practices by the name that they have now: it is said later without looking it up. */
    private Map<Breakdown, List<Group>> tables(List<Fact> its, Map<Breakdown, List<String>> orders) {
        Map<Breakdown, List<Group>> tables = rules.publish(its, orders);
        tables.computeIfPresent(
                Breakdown.PRACTICE,
                (breakdown, groups) -> groups.stream()
                        .map(group -> new Group(
                                group.categories().stream().map(names::of).toList(), group.referrals()))
                        .toList());
        return tables;
    }

    /** All practices of each organisation, also those that referred nobody; in an order that nothing can be read from. */
    private Map<String, List<String>> practices(Instant now) {
        return teams.active().stream()
                .filter(team -> teams.current(team, now).coordination().isPresent())
                .collect(Collectors.groupingBy(
                        team -> teams.current(team, now).coordination().orElseThrow(),
                        Collectors.mapping(
                                Publishing::practice,
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(java.util.TreeSet::new), List::copyOf))));
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }

    private Map<Breakdown, List<String>> orders(Quarter quarter, List<String> practices) {
        Map<Breakdown, List<String>> orders = new EnumMap<>(Breakdown.class);
        orders.put(
                Breakdown.MONTH,
                quarter.months().stream()
                        .map(month -> Integer.toString(month.getValue()))
                        .toList());
        orders.put(Breakdown.PRACTICE, practices);
        orders.put(
                Breakdown.AREA,
                Stream.concat(concepts.codes(Canonicals.SYSTEM_LIFE_AREA).stream(), Stream.of(CountingRules.NO_AREA))
                        .toList());
        orders.put(Breakdown.CONTACT, Contact.ALL);
        orders.put(Breakdown.ENDING, Ending.ALL);
        orders.put(Breakdown.OUTCOME, concepts.codes(Canonicals.SYSTEM_OUTCOME));
        orders.put(Breakdown.FEEDBACK, Weeks.ALL);
        orders.put(Breakdown.READING, Read.ALL);
        orders.put(Breakdown.STOPPED, CountingRules.STOPPED);
        return orders;
    }
}
