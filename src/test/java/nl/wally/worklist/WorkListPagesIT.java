package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.Neighbourhood;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every open referral is on one of the pages, however few fit on each. */
class WorkListPagesIT extends ServerIT {
    private static final Place FIRST = new Place(Optional.empty(), Optional.empty());

    @Autowired
    private WorkList list;

    @Autowired
    private ClientRegistry clients;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void hasEachOpenReferralOnceOnOneOfItsPages() {
        Neighbourhood here = new Neighbourhood(server, clients);
        List<String> all = referrals(here);
        assertThat(ids(pages(here.sanne))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(pages(here.joris))).isEmpty();

        var now = clock.instant();
        here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofDays(9)), false);
        assertThat(ids(pages(here.joris))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(pages(here.sanne))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void beginsWithWhatIsOwnAndWithWhatSomebodyStandsInFor() {
        Neighbourhood one = new Neighbourhood(server, clients);
        Neighbourhood other = new Neighbourhood(server, clients);
        other.team(team -> Neighbourhood.member(team, "substitute").setMember(one.sanne.reference()));
        List<String> own = referrals(one);
        List<String> others = referrals(other);
        var now = clock.instant();
        other.away(other.sanne, now.minusSeconds(60), now.plus(Duration.ofDays(9)), false);

        List<Lines> pages = pages(one.sanne);
        assertThat(ids(pages))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(own, others).flatMap(List::stream).toList());
        assertThat(pages.get(0).all().stream()
                        .map(line -> !line.standingInFor().isEmpty())
                        .toList())
                .containsExactlyInAnyOrder(true, true, false, false);
        assertThat(pages).hasSize(2).allMatch(Lines::inPart);
    }

    private static List<String> referrals(Neighbourhood here) {
        return Stream.generate(here::refer)
                .limit(3)
                .map(life -> life.reference(Task.class).substring("Task/".length()))
                .toList();
    }

    private List<Lines> pages(Neighbourhood.Person person) {
        var caller = new Caller("web-test", Neighbourhood.SELF, person.role(), Capacity.SOCIAL_WORKER);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, ""));
        List<Lines> pages = new ArrayList<>();
        Place place = FIRST;
        do {
            pages.add(list.open(caller, place, 2, Language.DUTCH));
            place = pages.get(pages.size() - 1).following();
        } while (!place.isFirst());
        return pages;
    }

    private static List<String> ids(List<Lines> pages) {
        return pages.stream().flatMap(page -> page.all().stream()).map(Line::id).toList();
    }
}
