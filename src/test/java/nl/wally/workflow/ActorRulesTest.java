package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class ActorRulesTest {
    private static final String PRACTICE = "Organization/practice-1";
    private static final String SOCIAL = "Organization/social-1";

    private final Task task = Tasks.in(TaskStatus.RECEIVED);

    @Test
    void tellsTheOwnPracticeFromAnother() {
        assertThat(actors(new Caller("his", PRACTICE, null, Capacity.PRACTICE), false, false))
                .containsExactly(Actor.GP);
        assertThat(actors(new Caller("his", "Organization/practice-2", null, Capacity.PRACTICE), false, false))
                .containsExactly(Actor.GP_OTHER);
    }

    @Test
    void aRecipientStandsInOnlyWhileTheOwnerIsAbsentOrAClockEscalated() {
        Caller substitute = new Caller("w2", SOCIAL, Tasks.SUBSTITUTE, Capacity.SOCIAL_WORKER);
        assertThat(actors(substitute, false, false)).containsExactly(Actor.STAND_IN_IDLE);
        assertThat(actors(substitute, true, false)).containsExactly(Actor.STAND_IN);
        assertThat(actors(substitute, false, true)).containsExactly(Actor.STAND_IN);
    }

    @Test
    void anAbsentOwnerStaysTheOwner() {
        assertThat(actors(new Caller("w1", SOCIAL, Tasks.WALLY, Capacity.SOCIAL_WORKER), true, true))
                .containsExactly(Actor.OWNER);
    }

    @Test
    void colleaguesAndOtherOrganisationsAreAnyoneElse() {
        assertThat(actors(new Caller("w3", SOCIAL, "PractitionerRole/wally-3", Capacity.SOCIAL_WORKER), true, true))
                .containsExactly(Actor.OTHER_ORG);
        assertThat(actors(new Caller("app", SOCIAL, null, Capacity.SOCIAL_WORKER), true, true))
                .containsExactly(Actor.OTHER_ORG);
        assertThat(actors(new Caller("c", "Organization/social-2", null, Capacity.COORDINATOR), false, false))
                .containsExactly(Actor.OTHER_ORG);
    }

    @Test
    void aCoordinatorMayBeAMemberToo() {
        assertThat(actors(new Caller("c", SOCIAL, null, Capacity.COORDINATOR), false, false))
                .containsExactly(Actor.COORDINATOR);
        assertThat(actors(new Caller("c", SOCIAL, Tasks.WALLY, Capacity.COORDINATOR), false, false))
                .containsExactlyInAnyOrder(Actor.COORDINATOR, Actor.OWNER);
    }

    @Test
    void theServerIsTheSystem() {
        assertThat(actors(Caller.SYSTEM, false, false)).containsExactly(Actor.SYSTEM);
    }

    private Set<Actor> actors(Caller caller, boolean ownerAbsent, boolean escalated) {
        return ActorRules.actorsOf(caller, task, PRACTICE, ownerAbsent, escalated, SOCIAL);
    }
}
