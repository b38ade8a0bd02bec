package nl.wally.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.Custody.HandedOver;
import nl.wally.routing.TeamNow.Member;
import nl.wally.team.WayOfWorking;

/**
 * Who should have an open referral now that people come and go (W-1). Somebody who left the organisation or the team gives
 * way to who is next; an absence moves nothing, unless that was agreed with it; whoever became the owner after leaving the
 * team was chosen on purpose, and stays.
 */
final class StaffingRules {
    private StaffingRules() {}

    /** Who should have it; the same as now when nothing has to change. */
    static Staffing decide(StaffingFacts facts) {
        Optional<HandedOver> agreed = facts.now().handedOver();
        Optional<String> owner = facts.now().owner();
        List<String> candidates = candidates(facts);
        if (owner.isEmpty() || isGone(owner.get(), facts)) {
            Optional<String> next = facts.nextPresent(facts.receivers());
            // Whoever has a place finds it on coming back, as with a referral that comes in while all are away.
            owner = next.or(facts.now()::owner)
                    .or(() -> facts.receivers().stream().findFirst());
            agreed = next.isPresent() ? Optional.empty() : agreed;
        } else if (agreed.isEmpty() && facts.person(owner.get()).handsOver()) {
            String from = owner.get();
            agreed = facts.person(from)
                    .standIn()
                    .filter(named -> facts.person(named).present())
                    .or(() -> facts.nextPresent(candidates))
                    .map(to -> new HandedOver(from, to));
            owner = agreed.map(HandedOver::to).or(facts.now()::owner);
        } else if (agreed.isPresent() && !facts.person(agreed.get().from()).handsOver()) {
            // What people moved on meanwhile stays where it is; who is back but away otherwise has to wait.
            boolean untouched = owner.get().equals(agreed.get().to());
            boolean left = isGone(agreed.get().from(), facts);
            boolean back = facts.person(agreed.get().from()).present();
            owner = untouched && back && !left ? Optional.of(agreed.get().from()) : owner;
            agreed = untouched && !back && !left ? agreed : Optional.empty();
        }
        List<String> recipients = recipients(candidates, owner);
        boolean attended =
                recipients.stream().anyMatch(role -> facts.person(role).present());
        return new Staffing(owner, recipients, attended, agreed, standIns(recipients, facts));
    }

    /**
     * The receivers of the team as it is now, who stands in, and who was added by hand and is still there; whoever stood in
     * during an absence that is over is none of them.
     */
    private static List<String> candidates(StaffingFacts facts) {
        Set<String> candidates = new LinkedHashSet<>(facts.receivers());
        candidates.addAll(facts.standIns());
        facts.now().recipients().stream()
                .filter(role -> !facts.now().standIns().contains(role))
                .filter(role -> !isGone(role, facts) && !isIdleCoach(role, facts))
                .forEach(candidates::add);
        return List.copyOf(candidates);
    }

    /** Who may own it for the time of an absence only: neither one of the team, nor added by hand before. */
    private static Set<String> standIns(List<String> recipients, StaffingFacts facts) {
        Staffing now = facts.now();
        return recipients.stream()
                .filter(role -> !facts.receivers().contains(role)
                        || facts.team().standIns().contains(role))
                .filter(role -> now.standIns().contains(role)
                        || facts.standIns().contains(role) && !now.recipients().contains(role))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> recipients(List<String> candidates, Optional<String> owner) {
        List<String> recipients = new ArrayList<>(candidates);
        owner.filter(role -> !recipients.contains(role)).ifPresent(recipients::add);
        return recipients;
    }

    /** In way of working A and C the coach of the team receives nothing. */
    private static boolean isIdleCoach(String role, StaffingFacts facts) {
        return facts.team().wayOfWorking() != WayOfWorking.B
                && facts.team().coach().map(Member::role).filter(role::equals).isPresent()
                && !facts.receivers().contains(role);
    }

    private static boolean isGone(String role, StaffingFacts facts) {
        boolean leftTeam = Optional.ofNullable(facts.former().get(role))
                .filter(ended -> !ended.isBefore(facts.ownerSince()) || !isOwner(role, facts))
                .isPresent();
        return !facts.person(role).employed() || leftTeam;
    }

    private static boolean isOwner(String role, StaffingFacts facts) {
        return facts.now().owner().filter(role::equals).isPresent();
    }
}
