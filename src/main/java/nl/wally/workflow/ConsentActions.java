package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who may note now that the person withdraws consent (W-2). */
@Component
@Order(5)
class ConsentActions implements ActionSource {
    private final ReferralFile file;

    ConsentActions(ReferralFile file) {
        this.file = file;
    }

    @Override
    public List<Action> of(Situation situation) {
        var facts = new ConsentChangeRules.Facts(
                situation.actors(),
                situation.referral().withdrawn(),
                Set.of(),
                situation.asked().now());
        return file.part(situation.asked(), situation.referral(), Consent.class).stream()
                .filter(consent -> consent.getStatus() == ConsentState.ACTIVE)
                .filter(consent -> ConsentChangeRules.judge(
                                consent, consent.copy().setStatus(ConsentState.INACTIVE), facts)
                        .isEmpty())
                .map(consent -> withdrawal(situation))
                .toList();
    }

    private static Action withdrawal(Situation situation) {
        ConsentState inactive = ConsentState.INACTIVE;
        Actor as = situation.actors().contains(Actor.GP)
                ? Actor.GP
                : situation.actors().contains(Actor.OWNER) ? Actor.OWNER : Actor.STAND_IN;
        return new Action(
                "withdraw-consent",
                as,
                Optional.empty(),
                "Consent.status",
                List.of(new Coding(inactive.getSystem(), inactive.toCode(), inactive.getDisplay())),
                List.of());
    }
}
