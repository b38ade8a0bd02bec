package nl.wally.feedback;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.workflow.Action;
import nl.wally.workflow.ActionSource;
import nl.wally.workflow.Actor;
import nl.wally.workflow.ContentPermission;
import nl.wally.workflow.ReferralFile;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody may say now: a Communication of each kind is put to the rules that judge what is said. */
@Component
@Order(3)
class CommunicationActions implements ActionSource {
    /** Final feedback goes with the step that ends the Task, an answer with the step that completes the question. */
    private static final List<String> KINDS = List.of("contact-attempt", "interim-feedback");

    private final ReferralFile file;
    private final ContentPermission permission;

    CommunicationActions(ReferralFile file, ContentPermission permission) {
        this.file = file;
        this.permission = permission;
    }

    @Override
    public List<Action> of(Situation situation) {
        var setting = new CommunicationRules.Setting(
                situation.asked().caller(),
                situation.actors(),
                situation.task(),
                situation.task(),
                file.part(situation.asked(), situation.referral(), CommunicationRequest.class),
                permission.isGiven(situation.asked(), situation.referral()),
                situation.asked().now());
        List<Action> actions = new ArrayList<>();
        for (String kind : KINDS) {
            if (CommunicationRules.judge(said(kind, setting), "Communication/new", setting)
                    .isEmpty()) {
                actions.add(action(kind, situation));
            }
        }
        if (MessageRules.judge(message(situation), messages(situation)).isEmpty()) {
            actions.add(action("message", situation));
        }
        return actions;
    }

    private static MessageRules.Setting messages(Situation situation) {
        return new MessageRules.Setting(
                situation.actors(),
                situation.task(),
                situation.task(),
                Optional.empty(),
                true,
                situation.asked().now());
    }

    private static Communication message(Situation situation) {
        var said = new Communication();
        said.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "message"));
        said.addPartOf(new Reference(References.key(situation.task())));
        said.setSubject(situation.task().getFor()).addRecipient(situation.task().getOwner());
        return said;
    }

    private static Action action(String kind, Situation situation) {
        Actor as = Stream.of(Actor.GP, Actor.OWNER, Actor.STAND_IN)
                .filter(situation.actors()::contains)
                .findFirst()
                .orElseThrow();
        return new Action(
                kind,
                as,
                Optional.empty(),
                "Communication.category",
                List.of(new Coding(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, kind, null)),
                List.of());
    }

    private static Communication said(String kind, CommunicationRules.Setting setting) {
        var said = new Communication();
        said.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, kind));
        said.setSubject(setting.before().getFor()).setSent(Date.from(setting.now()));
        setting.request().ifPresent(request -> {
            said.addBasedOn(new Reference(References.key(request)));
            request.getRecipient().forEach(said::addRecipient);
        });
        return said;
    }
}
