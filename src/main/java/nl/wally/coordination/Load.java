package nl.wally.coordination;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.wally.fhir.Caseload;

/**
 * How many open referrals somebody has.
 *
 * @param name empty for those that nobody has
 * @param fresh not accepted yet
 * @param accepted waiting for the first contact
 * @param running under way
 * @param held on hold
 */
record Load(String name, int fresh, int accepted, int running, int held) {
    private static final Set<String> FRESH = Set.of("requested", "received");

    public int total() {
        return fresh + accepted + running + held;
    }

    /** Of each owner, the fullest first. */
    static List<Load> of(List<Caseload> counted, UnaryOperator<String> names) {
        Map<String, Load> byOwner = new LinkedHashMap<>();
        counted.forEach(some -> byOwner.merge(some.owner(), one(some, names.apply(some.owner())), Load::plus));
        return byOwner.values().stream()
                .sorted(Comparator.comparingInt(Load::total).reversed().thenComparing(Load::name))
                .toList();
    }

    private static Load one(Caseload some, String name) {
        int referrals = some.referrals();
        return new Load(
                name,
                FRESH.contains(some.status()) ? referrals : 0,
                some.status().equals("accepted") ? referrals : 0,
                some.status().equals("in-progress") ? referrals : 0,
                some.status().equals("on-hold") ? referrals : 0);
    }

    private Load plus(Load other) {
        return new Load(
                name, fresh + other.fresh, accepted + other.accepted, running + other.running, held + other.held);
    }
}
