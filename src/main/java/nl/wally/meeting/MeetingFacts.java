package nl.wally.meeting;

import java.util.Set;

/**
 * What {@link MeetingRules} judge by, besides the meeting itself.
 *
 * @param mayPlan whether the practice calls, somebody of its team, or the coordinator of that team
 * @param ofPractice those of the participants who work for the practice, for instance {@code PractitionerRole/gp-1}
 * @param ofTeam those who have a place in its team now
 */
record MeetingFacts(boolean mayPlan, Set<String> ofPractice, Set<String> ofTeam) {}
