package nl.wally.clarification;

import java.util.List;
import java.util.Optional;
import nl.wally.workflow.Action;
import nl.wally.workflow.ActionSource;
import nl.wally.workflow.Actor;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who may write down now what the question is (W-4). */
@Component
@Order(6)
class ClarificationActions implements ActionSource {
    @Override
    public List<Action> of(Situation situation) {
        var trial = new QuestionnaireResponse().setStatus(QuestionnaireResponseStatus.INPROGRESS);
        trial.setSubject(situation.task().getFor()).addBasedOn(situation.task().getFocus());
        var setting = new ClarificationRules.Setting(
                situation.asked().caller(),
                situation.actors(),
                situation.task(),
                situation.task(),
                situation.asked().now());
        Actor as = situation.actors().contains(Actor.OWNER) ? Actor.OWNER : Actor.STAND_IN;
        return ClarificationRules.judge(null, trial, setting).isEmpty()
                ? List.of(
                        new Action("clarify", as, Optional.empty(), "QuestionnaireResponse.item", List.of(), List.of()))
                : List.of();
    }
}
