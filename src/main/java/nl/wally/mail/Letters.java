package nl.wally.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.mail.LetterRules.Sides;
import nl.wally.notification.Event;
import nl.wally.notification.EventReader;
import nl.wally.notification.Outbox;
import nl.wally.notification.Outgoing;
import nl.wally.notification.Receiver;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.springframework.stereotype.Component;

/** Puts a letter down for each who has to hear of what happened. When it goes, and whether, is seen when it does. */
@Component
class Letters implements EventReader {
    /** Of receivers of letters, for the outbox. */
    static final String KIND = "mail";

    private final Post post;
    private final Referrals referrals;
    private final Teams teams;
    private final Outbox outbox;
    private final LetterForm form;

    Letters(Post post, Referrals referrals, Teams teams, Outbox outbox, LetterForm form) {
        this.post = post;
        this.referrals = referrals;
        this.teams = teams;
        this.outbox = outbox;
        this.form = form;
    }

    @Override
    public void read(List<Event> events) {
        if (!post.isOpen()) {
            return;
        }
        Map<String, List<Referral>> known =
                referrals.of(events.stream().map(Letters::id).toList());
        outbox.add(events.stream()
                .flatMap(event -> letters(event, known.getOrDefault(id(event), List.of())))
                .toList());
    }

    private Stream<Outgoing> letters(Event event, List<Referral> theirs) {
        return LetterRules.letters(event, sides(event, theirs.stream().findFirst())).stream()
                .map(letter -> new Outgoing(new Receiver(KIND, letter.to()), letter.about(), form.written(letter)));
    }

    private Sides sides(Event event, Optional<Referral> referral) {
        Optional<String> practice = referral.map(Referral::practice).or(() -> event.fact("practice"));
        return new Sides(
                referral.map(Referral::owner).filter(owner -> !owner.isEmpty()),
                practice,
                referral.map(Referral::coordination)
                        .or(() -> practice.flatMap(one -> teams.current(one, event.at()))
                                .flatMap(CurrentTeam::coordination)),
                authors(event.author().agent(), referral));
    }

    /** Who has a referral, or may, does not work for the practice: that is most authors, and needs no looking up. */
    private Set<String> authors(String agent, Optional<Referral> referral) {
        if (!agent.startsWith("PractitionerRole/")) {
            return Set.of(agent);
        }
        boolean worker = referral.filter(one -> one.names(agent)).isPresent();
        return worker ? Set.of() : teams.organizationOf(agent).map(Set::of).orElse(Set.of());
    }

    private static String id(Event event) {
        return event.focus().substring(event.focus().indexOf('/') + 1);
    }
}
