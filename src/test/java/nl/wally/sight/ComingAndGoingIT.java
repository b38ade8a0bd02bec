package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom sight follows who is in no team of the practice, and who belongs here no more. */
class ComingAndGoingIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Test
    void anOwnerOfAnotherTeamFindsTheClarificationThatCameAlong() {
        Neighbourhood here = new Neighbourhood(server, clients);
        ReferralLife thea = here.refer();
        assertThat(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()).status())
                .isEqualTo(200);
        QuestionnaireResponse clarification = Messages.clarification(thea.task());
        clarification.setAuthor(here.sanne.reference());
        assertThat(server.post(here.sanne.client(), "/QuestionnaireResponse", clarification)
                        .status())
                .isEqualTo(201);
        assertThat(thea.change(
                                Neighbourhood.COORDINATOR,
                                task -> task.setOwner(new Reference("PractitionerRole/wally-1")))
                        .status())
                .isEqualTo(200);

        String search =
                "/QuestionnaireResponse?patient=" + References.key(thea.task().getFor());
        assertThat(server.get("wally-demo-1", search).all(QuestionnaireResponse.class))
                .hasSize(1);
        assertThat(server.get(here.sanne.client(), search).all(QuestionnaireResponse.class))
                .as("who handed it over follows it no more")
                .isEmpty();
    }

    @Test
    void whoLeftIsNobodyWhateverTheTokenSays() {
        Neighbourhood here = new Neighbourhood(server, clients);
        ReferralLife thea = here.refer();
        var boss = here.hire("wally");
        String coordinator = "coordinator-" + boss.client();
        clients.register(new Caller(coordinator, Neighbourhood.SELF, boss.role(), Capacity.COORDINATOR), "demo");
        String gp = "gp-" + boss.client();
        var request = thea.referral().getRequester().getReference();
        clients.register(new Caller(gp, here.practice(), request, Capacity.PRACTICE), "demo");
        String path = "/" + thea.reference(Task.class);
        assertThat(server.get(coordinator, path).status()).isEqualTo(200);
        assertThat(server.get(gp, path).status()).isEqualTo(200);

        here.leaves(boss);
        PractitionerRole left = server.read(Neighbourhood.COORDINATOR, request, PractitionerRole.class);
        assertThat(server.put(Neighbourhood.COORDINATOR, (PractitionerRole) left.setActive(false))
                        .status())
                .isEqualTo(200);

        for (String nobody : new String[] {coordinator, gp}) {
            assertThat(server.get(nobody, path).status()).as(nobody).isEqualTo(403);
            assertThat(server.get(nobody, "/Task").status()).as(nobody).isEqualTo(403);
            assertThat(thea.change(nobody, task -> task.addNote().setText("Nog even."))
                            .status())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(server.post(gp, "", here.referral()).status()).isEqualTo(403);
        assertThat(server.get(coordinator, "/metadata").status()).isEqualTo(200);
        assertThat(server.get(here.his(), path).status()).isEqualTo(200);
    }
}
