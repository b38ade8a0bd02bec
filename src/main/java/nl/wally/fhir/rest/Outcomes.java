package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Remark;
import nl.wally.shared.Finding;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;

/** What a client is told when something is refused: which problem, where, what was expected and what to do about it. */
final class Outcomes {
    private Outcomes() {}

    static OperationOutcome of(List<Refusal> refusals, Audience audience) {
        var outcome = new OperationOutcome();
        outcome.setLanguage(audience.language().code());
        refusals.forEach(refusal -> outcome.addIssue(issue(refusal, IssueSeverity.ERROR, audience)));
        return outcome;
    }

    /** What $validate says: what is wrong, what is doubtful, what would happen, or that all is well. */
    static OperationOutcome of(List<Remark> remarks, List<Foretold> foretold, Audience audience) {
        var outcome = new OperationOutcome();
        outcome.setLanguage(audience.language().code());
        remarks.forEach(remark -> outcome.addIssue(
                issue(remark.refusal(), remark.error() ? IssueSeverity.ERROR : IssueSeverity.WARNING, audience)));
        if (remarks.stream().noneMatch(Remark::error)) {
            outcome.addIssue(
                    information(new Foretold("", words("Everything that must be right is right"), ""), audience));
        }
        foretold.forEach(told -> outcome.addIssue(information(told, audience)));
        return outcome;
    }

    private static OperationOutcomeIssueComponent information(Foretold told, Audience audience) {
        var issue = new OperationOutcomeIssueComponent()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL);
        issue.getDetails().setText(told.words().in(audience.language()));
        if (!told.expression().isEmpty()) {
            issue.addExpression(told.expression());
        }
        if (!told.value().isEmpty()) {
            var extension = new Extension(Canonicals.EXTENSION_FINDING);
            add(extension, "expected", told.value());
            extension.addExtension("guide", new UrlType(audience.guide() + "/operations.html"));
            issue.addExtension(extension);
        }
        return issue;
    }

    /** One issue; of a warning the code is that of the problem it would have been. */
    static OperationOutcomeIssueComponent issue(Refusal refusal, IssueSeverity severity, Audience audience) {
        Problem problem = refusal.problem();
        Language language = audience.language();
        var issue = new OperationOutcomeIssueComponent()
                .setSeverity(severity)
                .setCode(IssueType.fromCode(problem.issueType()));
        issue.getDetails()
                .setText(refusal.explanation().in(language))
                .addCoding()
                .setSystem(Canonicals.SYSTEM_PROBLEM)
                .setCode(problem.code())
                .setDisplay(problem.title(language));
        if (!refusal.expression().isEmpty()) {
            issue.addExpression(refusal.expression());
        }
        if (refusal.place().isKnown()) {
            issue.addExtension(
                    Canonicals.EXTENSION_ISSUE_LINE,
                    new IntegerType(refusal.place().line()));
            issue.addExtension(
                    Canonicals.EXTENSION_ISSUE_COLUMN,
                    new IntegerType(refusal.place().column()));
        }
        issue.addExtension(finding(refusal, audience));
        return issue;
    }

    private static Extension finding(Refusal refusal, Audience audience) {
        Finding finding = refusal.finding();
        var extension = new Extension(Canonicals.EXTENSION_FINDING);
        add(extension, "rule", finding.rule());
        if (!finding.profile().isEmpty()) {
            extension.addExtension("profile", new org.hl7.fhir.r4.model.CanonicalType(finding.profile()));
        }
        add(extension, "expected", finding.expected().in(audience.language()));
        add(extension, "found", finding.found().in(audience.language()));
        extension.addExtension("guide", new UrlType(audience.guide() + "/" + refusal.page()));
        return extension;
    }

    private static void add(Extension extension, String name, String text) {
        if (!text.isEmpty()) {
            extension.addExtension(name, new StringType(text));
        }
    }
}
