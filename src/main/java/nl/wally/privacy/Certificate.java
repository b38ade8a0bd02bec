package nl.wally.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was erased. It names random ids only, so it can be kept, and shown to whoever has to account for it.
 *
 * @param ground a code of {@link Ground}
 * @param client the system that asked for it
 * @param agent in whose name: a person, or the organisation
 * @param practice whose person it was
 * @param coordination the organisations that coordinated what was erased
 * @param person {@code Patient/id}
 * @param whole whether all that is kept of the person went, or only what is named next
 * @param referrals those that went
 * @param parts single resources that went, as {@code Type/id}
 * @param resources how many resources went, by type
 * @param rows how many rows went, by table
 * @param senderKeys what is left of the senders' own numbers: enough to recognise one, no more
 */
record Certificate(
        UUID id,
        Instant at,
        String ground,
        String client,
        String agent,
        String practice,
        List<String> coordination,
        String person,
        boolean whole,
        List<UUID> referrals,
        List<String> parts,
        Map<String, Integer> resources,
        Map<String, Integer> rows,
        List<String> senderKeys) {}
